"""Who a received mail is really from and to, when one of us forwarded it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

DEEPEST = 10


@dataclass(frozen=True)
class Origin:
    """The sender and recipients of the mail as it first came; addresses in small letters."""

    address: str
    name: str
    to: tuple[str, ...]
    cc: tuple[str, ...]
    sent_at: datetime | None
    forwarded_by: str = ""


def origin(facts: Mapping[str, Any], is_ours: Callable[[str], bool]) -> Origin:
    """Read ``facts`` of a mail (see ``evidence.reading.mail_facts``).

    A mail one of us sent with another mail inside is a forward: the innermost sender from
    outside counts, found from the outside in. Without one, the mail is what it says.
    """
    mail, forwarder = facts, ""
    for _ in range(DEEPEST):
        address = _sender(mail)["address"].lower()
        inside = mail.get("inside") or []
        if not inside or not address or not is_ours(address):
            break
        mail, forwarder = inside[0], forwarder or address
    sender = _sender(mail)
    return Origin(
        address=sender["address"].lower(),
        name=sender["name"],
        to=_addresses(mail, "to"),
        cc=_addresses(mail, "cc"),
        sent_at=_moment(mail.get("sent_at")),
        forwarded_by=forwarder,
    )


def _sender(mail: Mapping[str, Any]) -> dict[str, str]:
    return mail.get("from") or {"name": "", "address": ""}


def _addresses(mail: Mapping[str, Any], field: str) -> tuple[str, ...]:
    everybody = mail.get(field) or []
    return tuple(dict.fromkeys(one["address"].lower() for one in everybody if one["address"]))


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
