"""From what was found in a mail to the mail as it is shown, sealed and judged."""

from datetime import datetime

from .filenames import safe_name
from .found import Found
from .heads import Head
from .letter import Mail
from .stamps import Address, addresses, sent_at

_ONCE = ("from", "subject", "date")


def assemble(head: Head, found: Found, name: str = "") -> Mail:
    """Put head and findings together to a mail; `name` is the file name it had inside another."""
    sender, when = _sender(head, found), _when(head, found)
    found.note("header_repeated" if any(head.count(once) > 1 for once in _ONCE) else None)
    return Mail(
        sender=sender,
        to=_listed(head, "to"),
        cc=_listed(head, "cc"),
        sent_at=when,
        message_id=_value(head, "message-id"),
        subject=" ".join(_value(head, "subject").split()),
        text="\n\n".join(text for text in found.texts if text.strip()),
        htmls=tuple(found.htmls),
        headers=head.headers,
        attachments=tuple(found.attachments),
        nested=tuple(found.nested),
        outside=tuple(found.outside),
        defects=tuple(found.defects),
        name=safe_name(name, otherwise=""),
    )


def _sender(head: Head, found: Found) -> Address | None:
    senders = _listed(head, "from") or _listed(head, "sender")
    found.note(None if senders else "no_sender", "several_senders" if senders[1:] else None)
    return senders[0] if senders else None


def _when(head: Head, found: Found) -> datetime | None:
    date = head.first("date")
    when, odd = sent_at(date.raw) if date else (None, "no_date")
    found.note(odd)
    return when


def _listed(head: Head, name: str) -> tuple[Address, ...]:
    return tuple(a for h in head.headers if h.name.lower() == name for a in addresses(h.raw))


def _value(head: Head, name: str) -> str:
    header = head.first(name)
    return header.value.strip() if header else ""
