"""What is read from a file when it is sealed: its type, its words, and what was odd about it."""

from dataclasses import dataclass, field, replace
from typing import Any

from .budget import Budget
from .facts import mail_facts
from .filenames import safe_name
from .judging import judged
from .kinds_of_file import KINDS
from .letter import Mail
from .limits import Limits
from .mail import read_eml
from .messages import Unreadable
from .picture import trouble
from .truetype import TrueType, true_type
from .written import words_of

_TEXT = "text/plain"
_LOOKS_LIKE_MARKUP = {"text/html", "image/svg+xml", "text/x-script"}
# Of what was odd in a mail, what a person should know before asking to see it; gravest first.
_TOLD_AT_ONCE = (
    *("nested_unread", "too_many_parts", "header_too_large", "text_cut", "winmail"),
    *("boundary_missing", "bad_base64", "bad_quoted_text", "boundary_unclosed", "text_outside"),
)


@dataclass(frozen=True)
class Inside:
    """Something in a file that is evidence of its own.

    ``read`` is set for a mail that was read with the one it lay in; its words stand there.
    ``raw`` marks a part of a mail kept as it came, since it could not be read in full.
    ``nesting`` tells how many mails deep it lies.
    """

    name: str
    source: bytes | memoryview = field(repr=False)
    read: "Read | None" = field(default=None, repr=False)
    raw: bool = False
    nesting: int = 0


@dataclass(frozen=True)
class Read:
    """What one file told. ``problem`` is a code when it could not be read, or not fully."""

    kind: TrueType
    text: str = field(default="", repr=False)
    facts: dict[str, Any] = field(default_factory=dict, repr=False)
    problem: str = ""
    inside: tuple[Inside, ...] = ()


def read_file(
    data: bytes, name: str, limits: Limits, budget: Budget | None = None, nesting: int = 0
) -> Read:
    """Read ``data`` as what it is. Never raises for what a file holds.

    What lay in another file shares that file's ``budget`` and lies ``nesting`` mails deep.
    """
    kind, shared = _named_text(true_type(data, name), name), budget or Budget.of(limits)
    if kind.label_code != "mail":
        words, was_cut = words_of(kind, data, name, limits, shared)
        left_out = "" if not was_cut else "text_cut" if words else "left_unread"
        return Read(kind, words, problem=_problem(kind, data, limits, shared) or left_out)
    try:
        return read_mail(data, limits, shared, nesting)
    except Unreadable as error:
        return Read(kind, problem=error.code)


def read_mail(data: bytes, limits: Limits, budget: Budget | None = None, nesting: int = 0) -> Read:
    """Read ``data`` as a mail, whatever it looks like. Raises Unreadable (see ``read_eml``)."""
    mail = read_eml(data, limits, budget=budget, nesting=nesting)
    text, was_cut = judged(mail, limits.max_text_chars)
    return replace(_of_mail(mail, nesting, was_cut), text=text, facts=mail_facts(mail))


def read_part(data: bytes, name: str, limits: Limits, budget: Budget) -> Read:
    """Read a part of a mail that was kept as it came: its words, and nothing inside it."""
    kind = true_type(data, name)
    if kind.label_code == "mail":
        kind = _as_text(kind)
    words, _ = words_of(kind, data, name, limits, budget)
    return Read(kind, words, problem="kept_raw")


def _named_text(kind: TrueType, name: str) -> TrueType:
    """What is called text is text, also where its words look like markup or a script."""
    called = name.rpartition(".")[2].lower() if "." in name else ""
    marked_up = kind.mime in _LOOKS_LIKE_MARKUP
    return _as_text(kind) if marked_up and called in KINDS[_TEXT].fits else kind


def _as_text(kind: TrueType) -> TrueType:
    known = KINDS[_TEXT]
    return replace(
        kind, mime=_TEXT, label_code=known.label, extension=known.ending, agrees_with_name=True
    )


def _problem(kind: TrueType, data: bytes, limits: Limits, budget: Budget) -> str:
    if kind.encrypted:
        return "locked"
    if kind.mime == "application/vnd.ms-outlook":
        return "outlook_msg"
    if kind.label_code == "image" and (code := trouble(data, limits, budget)):
        return code
    return "" if kind.agrees_with_name else "name_disagrees"


def _of_mail(mail: Mail, nesting: int, was_cut: bool = False) -> Read:
    """A mail and what lies in it; of a mail inside, the words stand in the outermost."""
    odd = {*mail.defects, *(("text_cut",) if was_cut else ())}
    return Read(
        kind=_mail_kind(locked=mail.closed is not None),
        facts=mail_facts(mail, with_inside=False),
        problem=mail.closed or next((code for code in _TOLD_AT_ONCE if code in odd), ""),
        inside=(*_files(mail, nesting), *_mails(mail, nesting)),
    )


def _mail_kind(*, locked: bool) -> TrueType:
    known = KINDS[mime := "message/rfc822"]
    return TrueType(mime, known.label, known.ending, agrees_with_name=True, encrypted=locked)


def _files(mail: Mail, nesting: int) -> tuple[Inside, ...]:
    return tuple(
        Inside(file.name, file.data, raw=file.kept_raw, nesting=nesting + 1)
        for file in mail.attachments
        if file.data
    )


def _mails(mail: Mail, nesting: int) -> tuple[Inside, ...]:
    return tuple(
        Inside(_name_of(inner), inner.source, _of_mail(inner, nesting + 1))
        for inner in mail.nested
        if inner.source
    )


def _name_of(mail: Mail) -> str:
    return mail.name or safe_name(f"{mail.subject[:60]}.eml", otherwise="mail.eml")
