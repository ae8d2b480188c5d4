"""Reading an .eml file in full, however it was made or broken.

Head and parts are those of RFC 5322 and RFC 2045 to 2047. Nothing is thrown away: what
cannot be read stays as an attachment, and the caller seals the original bytes anyway.
"""

import codecs

from .heads import Head, read_head
from .judging import judgement_text
from .letter import Attachment, Mail
from .limits import Limits
from .messages import Unreadable
from .unfolding import unfold

__all__ = ["Attachment", "Mail", "judgement_text", "looks_like_mail", "read_eml"]

_OUTLOOK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # Microsoft's compound file, also used for .msg
_CORE = {"from", "to", "subject", "date", "message-id", "received", "return-path"}
_KNOWN = _CORE | {"cc", "bcc", "sender", "reply-to", "mime-version", "content-type", "delivered-to"}


def read_eml(data: bytes, limits: Limits) -> Mail:
    """Read a mail file; raises `Unreadable` for empty, too large and what is no mail."""
    if not data.strip():
        raise Unreadable("empty")
    if len(data) > limits.max_bytes:
        raise Unreadable("too_large")
    if data.startswith(_OUTLOOK):
        raise Unreadable("outlook_msg")
    raw = memoryview(_plain_lines(data))
    if not _names(read_head(raw, limits)) & _KNOWN:
        raise Unreadable("not_mail")
    return unfold(raw, limits)


def looks_like_mail(data: bytes) -> bool:
    """True when the first lines are a mail's head: two of its own headers, say From and Date."""
    head = read_head(memoryview(_plain_lines(data[:65_536])), Limits(max_header_bytes=65_536))
    return len(_names(head) & _CORE) >= 2


def _names(head: Head) -> set[str]:
    return {header.name.lower() for header in head.headers}


def _plain_lines(data: bytes) -> bytes:
    """Undo what editors do to a saved mail: byte order marks, blank lines on top, Mac lines."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        data = data.decode("utf-16", "replace").encode()
    data = data.removeprefix(codecs.BOM_UTF8)
    if b"\n" not in data:
        data = data.replace(b"\r", b"\n")
    return data.lstrip(b"\r\n")
