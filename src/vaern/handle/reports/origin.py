"""Who a received mail is really from and to, when one of us forwarded it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Any

from vaern.handle.reports.forwarded import Head, heads

DEEPEST = 10

IsOurs = Callable[[str, str], bool]
"""Does somebody of this name and address (either may be empty) write as one of us?"""


@dataclass(frozen=True)
class Origin:
    """The sender and recipients of the mail as it first came; addresses in small letters.

    ``forwarded_by`` is the address of the one of us who sent it on. ``of_us``: all we see is that
    one of us sent it. It may be their own words or a forward we cannot read, and a head can be
    forged: who is behind it is for a person to say.
    """

    address: str
    name: str
    to: tuple[str, ...] = ()
    to_names: tuple[str, ...] = ()
    sent_at: datetime | None = None
    forwarded_by: str = ""
    of_us: bool = False


def origin(facts: Mapping[str, Any], text: str, is_ours: IsOurs, zone: tzinfo) -> Origin:
    """Read ``facts`` (see ``evidence.reading.mail_facts``) and the ``text`` of a mail.

    In what one of us sent, the mail inside counts, be it attached or written into the text: the
    outermost that is not from one of us. A mail from outside is what it says. A date in the
    text is taken in ``zone``.
    """
    mail, forwarder = facts, ""
    for _ in range(DEEPEST):
        name, address = _sender(mail)
        if not mail.get("inside") or not is_ours(name, address):
            break
        mail, forwarder = mail["inside"][0], forwarder or address
    name, address = _sender(mail)
    if not is_ours(name, address):
        return _as_said(mail, forwarder)
    inline = next((head for head in heads(text) if not is_ours(head.name, head.address)), None)
    return _inline(inline, forwarder or address, zone) if inline else _as_said(mail, "", True)


def outer_to(facts: Mapping[str, Any]) -> tuple[str, ...]:
    """To whom the mail came in the end; copies left out."""
    return _addresses(facts, "to")


def _as_said(mail: Mapping[str, Any], forwarder: str, of_us: bool = False) -> Origin:
    name, address = _sender(mail)
    sent = mail.get("sent_at")
    return Origin(
        address=address,
        name=name,
        to=_addresses(mail, "to"),
        sent_at=datetime.fromisoformat(sent) if sent else None,
        forwarded_by=forwarder,
        of_us=of_us,
    )


def _inline(head: Head, forwarder: str, zone: tzinfo) -> Origin:
    return Origin(
        address=head.address,
        name=head.name,
        to=head.to,
        to_names=head.to_names,
        sent_at=head.sent_at(zone),
        forwarded_by=forwarder,
    )


def _sender(mail: Mapping[str, Any]) -> tuple[str, str]:
    """Name and address."""
    told = mail.get("from") or {"name": "", "address": ""}
    return told["name"], told["address"].lower()


def _addresses(mail: Mapping[str, Any], field: str) -> tuple[str, ...]:
    everybody = mail.get(field) or []
    return tuple(dict.fromkeys(one["address"].lower() for one in everybody if one["address"]))
