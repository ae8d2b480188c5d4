"""What is read from a file when it is sealed: its type, its words, and what was odd about it."""

from dataclasses import dataclass, field
from typing import Any

from .charsets import decode_text
from .filenames import safe_name
from .hypertext import html_to_text
from .letter import Mail
from .limits import Limits
from .mail import judgement_text, read_eml
from .messages import Unreadable
from .stamps import Address
from .truetype import TrueType, true_type


@dataclass(frozen=True)
class Inside:
    """Something in a file that is evidence of its own. ``told``: its words stand in the file's."""

    name: str
    data: bytes = field(repr=False)
    told: bool = False


@dataclass(frozen=True)
class Read:
    """What one file told. ``problem`` is a code when it could not be read, or not fully."""

    kind: TrueType
    text: str = field(default="", repr=False)
    facts: dict[str, Any] = field(default_factory=dict, repr=False)
    problem: str = ""
    inside: tuple[Inside, ...] = ()


def read_file(data: bytes, name: str, limits: Limits) -> Read:
    """Read ``data`` as what it is. Never raises for what a file holds."""
    kind = true_type(data, name)
    if kind.label_code == "mail":
        return _read_mail(kind, data, limits)
    problem = "locked" if kind.encrypted else ""
    if not problem and not kind.agrees_with_name:
        problem = "name_disagrees"
    return Read(kind, text=_words(kind, data, limits), problem=problem)


def _words(kind: TrueType, data: bytes, limits: Limits) -> str:
    if kind.encrypted or kind.label_code not in {"text", "html"}:
        return ""
    text = decode_text(data)[0]
    if kind.label_code == "html":
        text = html_to_text(text)
    return text[: limits.max_text_chars]


def _read_mail(kind: TrueType, data: bytes, limits: Limits) -> Read:
    try:
        mail = read_eml(data, limits)
    except Unreadable as error:
        return Read(kind, problem=error.code)
    return Read(
        kind=kind,
        text=judgement_text(mail),
        facts=mail_facts(mail),
        problem=mail.closed or "",
        inside=(*_files(mail), *_mails(mail)),
    )


def _files(mail: Mail) -> tuple[Inside, ...]:
    return tuple(Inside(file.name, file.data) for file in mail.attachments if file.data)


def _mails(mail: Mail) -> tuple[Inside, ...]:
    """Mails inside the mail; their words are part of the outer mail's words already."""
    return tuple(
        Inside(
            inner.name or safe_name(f"{inner.subject[:60]}.eml", otherwise="mail.eml"), raw, True
        )
        for inner in mail.nested
        if (raw := inner.raw)
    )


def mail_facts(mail: Mail) -> dict[str, Any]:
    """What the mail says of itself, as JSON; none of it is proof."""
    return {
        "from": _address(mail.sender) if mail.sender else None,
        "to": [_address(one) for one in mail.to],
        "cc": [_address(one) for one in mail.cc],
        "sent_at": mail.sent_at.isoformat() if mail.sent_at else None,
        "message_id": mail.message_id,
        "subject": mail.subject,
        "headers": [[header.name, header.value] for header in mail.headers],
        "defects": list(mail.defects),
        "inside": [mail_facts(inner) for inner in mail.nested],
    }


def _address(one: Address) -> dict[str, str]:
    return {"name": one.name, "address": one.address}
