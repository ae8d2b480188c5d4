"""What ``vaern import`` prints of a message."""

from collections.abc import Iterator, Mapping
from typing import Any

from vaern.handle.evidence.models import Item
from vaern.handle.inbox.models import Message


def message_facts(message: Message) -> dict[str, Any]:
    """``{from, to, sent_at, subject, text_chars, attachments}``; names and words stay whole.

    ``from`` and ``to`` are written ``Name <address>``; ``attachments`` has ``name``, ``type``
    and ``size`` of each, mails inside included, and empty files, of which nothing
    is kept.
    """
    facts = message.item.facts
    parts = Item.objects.filter(workplace=message.workplace_id, key=message.key_id)
    parts = parts.exclude(parent=None).select_related("key__parent", "workplace__key")
    return {
        "from": _written(facts["from"]) if facts.get("from") else None,
        "to": [_written(one) for one in facts.get("to", [])],
        "sent_at": facts.get("sent_at"),
        "subject": facts.get("subject", ""),
        "text_chars": len(message.item.text),
        "attachments": [
            {"name": part.name, "type": part.mime, "size": part.size}
            for part in parts.order_by("sealed_at", "pk")
        ]
        + list(_empty(facts)),
    }


def _empty(facts: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    yield from ({**one, "size": 0} for one in facts.get("empty_files", ()))
    for inner in facts.get("inside", ()):
        yield from _empty(inner)


def _written(one: dict[str, str]) -> str:
    name, address = one["name"], one["address"]
    return f"{name} <{address}>" if name and address else address or name
