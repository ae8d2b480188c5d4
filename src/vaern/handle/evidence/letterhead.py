"""What a mail says of itself, in the reader's language: the facts of a safe derivative."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _


def letterhead(facts: Mapping[str, Any]) -> list[tuple[str, str]]:
    """What a mail says of itself, as (label, words)."""
    if not facts:
        return []
    return [
        (_("Fra"), _address(facts.get("from"))),
        (_("Til"), ", ".join(_address(one) for one in facts.get("to") or ())),
        (_("Kopi til"), ", ".join(_address(one) for one in facts.get("cc") or ())),
        (_("Sendt"), _sent(facts.get("sent_at"))),
        (_("Emne"), str(facts.get("subject") or "")),
    ]


def headers(facts: Mapping[str, Any]) -> list[tuple[str, str]]:
    """All headers of a mail as (name, words), in the order they stood."""
    return [(name, words) for name, words in facts.get("headers") or ()]


def _address(one: Any) -> str:
    if not isinstance(one, Mapping):
        return str(one or "")
    name, address = str(one.get("name") or ""), str(one.get("address") or "")
    return f"{name} <{address}>" if name and address else address or name


def _sent(told: Any) -> str:
    try:
        at = localtime(datetime.fromisoformat(str(told)))
    except ValueError:
        return ""
    # Translators: Django date format of the moment a mail was sent.
    return date_format(at, _("j. F Y \\k\\l. H.i"))
