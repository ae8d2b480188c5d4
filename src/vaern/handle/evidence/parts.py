"""One part of a mail, and how a part that holds others is divided.

The standard library's parser walks every line once per layer (a two megabyte mail sixty
layers deep took it five seconds) and does not keep the exact bytes of inner parts. So the
division is done here, on slices of the original; the library still reads the values.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from email.message import Message
from email.utils import collapse_rfc2231_value
from functools import cached_property
from itertools import islice
from typing import TypeVar

from .charsets import whole
from .heads import Head, decode_words
from .transfer import PLAIN, unwrap

T = TypeVar("T")
_LONGEST_PARAMETERS = 8_000
_STRUCTURAL = ("Content-Type", "Content-Disposition", "Content-Transfer-Encoding")
_GUESSED = re.compile(rb"^--([^\r\n]{1,200}?)[ \t]*\r?\n(?=Content-)", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Division:
    """The parts inside a part, the text that stands outside them, and what was wrong."""

    parts: tuple[memoryview, ...]
    outside: tuple[bytes, ...]
    defects: tuple[str, ...] = ()


class Part:
    """A head and a body, with what the head says about the body."""

    def __init__(self, raw: memoryview, head: Head, *, default: str = "text/plain") -> None:
        self.raw, self.head = raw, head
        self._default = default

    @cached_property
    def _message(self) -> Message:
        message: Message = Message()
        message.set_default_type(self._default)
        for name in _STRUCTURAL:
            if header := self.head.first(name.lower()):
                message[name] = header.raw[:_LONGEST_PARAMETERS]
        return message

    @property
    def content_type(self) -> str:
        """The declared type, in small letters; never trusted for more than reading."""
        return _or(self._message.get_content_type, self._default)

    @property
    def disposition(self) -> str:
        """`inline`, `attachment` or empty."""
        return _or(lambda: self._message.get_content_disposition() or "", "")

    @property
    def charset(self) -> str | None:
        """The declared alphabet of the text."""
        return _or(self._message.get_content_charset, None)

    @property
    def name(self) -> str:
        """The declared file name, as sent: it may hold paths and control characters."""
        return whole(decode_words(_or(lambda: self._message.get_filename() or "", "")))

    def parameter(self, name: str) -> str:
        """A parameter of the Content-Type header, or empty."""
        return whole(_or(lambda: collapse_rfc2231_value(self._message.get_param(name, "")), ""))

    @property
    def encoding(self) -> str:
        """The declared transfer encoding, in small letters."""
        stated = _or(lambda: str(self._message.get("Content-Transfer-Encoding", "")), "")
        return stated.partition(";")[0].strip().lower()

    def data(self) -> tuple[bytes, str | None]:
        """The body with its transfer encoding taken off, and a defect code."""
        return unwrap(bytes(self.head.body), self.encoding)

    def inner(self) -> tuple[memoryview, str | None]:
        """The same for a mail inside, from its first line on; its bytes are copied only if need be."""
        body, defect = self.head.body, None
        if self.encoding not in PLAIN:
            data, defect = self.data()
            body = memoryview(data)
        lead = bytes(body[:64])
        return body[len(lead) - len(lead.lstrip(b"\r\n")) :], defect

    def division(self, most: int) -> Division:
        """Divide the body at its boundary; a wrong or missing boundary is guessed.

        At most about `most` parts are told apart; what comes after them is one last part.
        """
        body = self.head.body
        boundary = self.parameter("boundary").rstrip().encode("utf-8", "replace")
        if boundary and (found := _divide(body, boundary, most)).parts:
            return found
        for guess in (m[1] for m in islice(_GUESSED.finditer(body), 1)):
            found = _divide(body, guess.removesuffix(b"--"), most)
            return Division(found.parts, found.outside, ("boundary_guessed", *found.defects))
        return Division((), (), ("boundary_missing",))


def _divide(body: memoryview, boundary: bytes, most: int) -> Division:
    line = re.compile(rb"^--" + re.escape(boundary) + rb"(--)?[ \t]*\r?$", re.MULTILINE)
    parts: list[memoryview] = []
    outside: list[memoryview] = []
    start, inside, closed = 0, False, False
    for mark in islice(line.finditer(body), most + 2):
        piece = body[start : max(start, _before_line_end(body, mark.start()))]
        (parts if inside else outside).append(piece)
        start, closed = min(mark.end() + 1, len(body)), mark[1] is not None
        inside = not closed
    (parts if inside else outside).append(body[start:])
    defects = () if closed else ("boundary_unclosed",)
    return Division(
        tuple(parts), tuple(text for p in outside if (text := bytes(p).strip())), defects
    )


def _before_line_end(body: memoryview, at: int) -> int:
    """The line end before a boundary belongs to the boundary (RFC 2046 section 5.1.1)."""
    ending = bytes(body[max(at - 2, 0) : at])
    return at - (2 if ending == b"\r\n" else 1 if ending[-1:] == b"\n" else 0)


def _or(read: Callable[[], T], otherwise: T) -> T:
    """The library raises all sorts on hostile parameters; then the part counts as undeclared."""
    try:
        return read()
    except Exception:
        return otherwise
