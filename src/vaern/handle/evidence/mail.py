"""Reading an .eml file in full, however it was made or broken.

Head and parts are those of RFC 5322 and RFC 2045 to 2047. Nothing is thrown away: what
cannot be read stays as an attachment, and the caller seals the original bytes anyway.
"""

import codecs

from .budget import Budget
from .heads import read_head
from .judging import judgement_text
from .letter import Attachment, Mail
from .limits import Limits
from .messages import Unreadable
from .unfolding import unfold

__all__ = ["Attachment", "Mail", "judgement_text", "looks_like_mail", "read_eml"]

_OUTLOOK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # Microsoft's compound file, also used for .msg
_LONGEST_LOOK = 65_536
_MOST_LOOKED_AT = 500


def read_eml(
    data: bytes, limits: Limits, *, budget: Budget | None = None, nesting: int = 0
) -> Mail:
    """Read a mail file; raises `Unreadable` for empty, too large and what is no mail.

    A mail found inside another file shares that file's `budget` and lies `nesting` mails deep.
    """
    if not data.strip():
        raise Unreadable("empty")
    if len(data) > limits.max_bytes:
        raise Unreadable("too_large")
    if data.startswith(_OUTLOOK):
        raise Unreadable("outlook_msg")
    shared = budget or Budget.of(limits)
    if nesting > limits.max_nesting or shared.spent:
        raise Unreadable("nested_unread")
    raw = memoryview(_plain_lines(data))
    head = read_head(raw, limits, shared)
    if not head.is_mail:
        raise Unreadable("not_mail")
    return unfold(raw, head, limits, shared, nesting)


def looks_like_mail(data: bytes) -> bool:
    """True when the first lines are a mail's head: two of its own headers, say From and Date."""
    limits = Limits(max_header_bytes=_LONGEST_LOOK, max_headers=_MOST_LOOKED_AT)
    return read_head(memoryview(_plain_lines(data[:_LONGEST_LOOK])), limits).looks_like_mail


def _plain_lines(data: bytes) -> bytes:
    """Undo what editors do to a saved mail: byte order marks, blank lines on top, Mac lines."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        data = data.decode("utf-16", "replace").encode()
    data = data.removeprefix(codecs.BOM_UTF8)
    if b"\n" not in data:
        data = data.replace(b"\r", b"\n")
    return data.lstrip(b"\r\n")
