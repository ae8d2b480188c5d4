"""The head of a mail or of one of its parts: split, unfolded, decoded, in the order it stood."""

import base64
import binascii
import re
from dataclasses import dataclass
from itertools import groupby

from .budget import Budget
from .charsets import decode_text
from .limits import Limits

_CORE = {"from", "to", "subject", "date", "message-id", "received", "return-path"}
_KNOWN = _CORE | {"cc", "bcc", "sender", "reply-to", "mime-version", "content-type", "delivered-to"}
_FIELD = re.compile(rb"([!-9;-~]+)[ \t]*:[ \t]*(.*)", re.DOTALL)
_END = re.compile(rb"\n\r?\n")
_LINE = re.compile(rb"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
# Bounded on every side, so that hostile heads stay linear; RFC 2047 allows 75 characters a word.
_WORD = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?([^?]{0,4000})\?=")
_RUN = re.compile(rf"(?:{_WORD.pattern.replace('(', '(?:')})+")
_BETWEEN = re.compile(r"\?=\s+(?==\?)")


@dataclass(frozen=True, slots=True)
class Header:
    """One line of the head: `raw` as it came (unfolded), `value` as it is meant to be read."""

    name: str
    value: str
    raw: str


@dataclass(frozen=True, slots=True)
class Head:
    """All headers of a part, where its body begins, and any header bytes left unread."""

    headers: tuple[Header, ...]
    body: memoryview
    unread: bytes = b""
    defects: tuple[str, ...] = ()

    def first(self, name: str) -> Header | None:
        """The first header of that name, which is the one mail programs show."""
        return next((h for h in self.headers if h.name.lower() == name), None)

    def count(self, name: str) -> int:
        """How often a header stands in the head."""
        return sum(h.name.lower() == name for h in self.headers)

    @property
    def is_mail(self) -> bool:
        """Does a header stand here that only mails have?"""
        return bool(self._names & _KNOWN)

    @property
    def looks_like_mail(self) -> bool:
        """The same, more carefully: two of a mail's own headers, say From and Date."""
        return len(self._names & _CORE) >= 2

    @property
    def _names(self) -> set[str]:
        return {header.name.lower() for header in self.headers}


def read_head(raw: memoryview, limits: Limits, budget: Budget | None = None) -> Head:
    """Split `raw` at the end of its head. Never raises; anything can be a head without headers.

    What is read is taken from `budget`; a head of its own has a whole file's.
    """
    left = budget or Budget.of(limits)
    window = raw[: min(limits.max_header_bytes, max(left.header_bytes, 0))]
    fields, end, defects = _fields(window, left.headers)
    left.read(len(fields), end)
    headers = tuple(_header(name, value) for name, value in fields)
    if "header_too_large" not in defects and (end < len(window) or len(window) == len(raw)):
        return Head(headers, raw[end:], defects=defects)
    found = _END.search(raw, max(end - 2, 0))
    stop = found.end() if found else len(raw)
    return Head(headers, raw[stop:], bytes(raw[end:stop]), ("header_too_large",))


def _fields(
    window: memoryview, most: int
) -> tuple[list[tuple[bytes, list[bytes]]], int, tuple[str, ...]]:
    """Return at most `most` fields, the offset of the body, and what was wrong."""
    fields: list[tuple[bytes, list[bytes]]] = []
    at = 0
    for line in _LINE.finditer(window):
        bare = line[0].rstrip(b"\r\n")
        if not bare:
            return fields, line.end(), ()
        if fields and bare[:1] in b" \t":
            fields[-1][1].append(bare)
        elif field := _FIELD.match(bare):
            if len(fields) >= most:
                return fields, at, ("header_too_large",)
            fields.append((field[1], [field[2]]))
        elif at or not bare.startswith((b"From ", b">From ")):  # mailbox files put one on top
            return fields, at, ("header_broken",) if fields else ()
        at = line.end()
    return fields, at, ()


def _header(name: bytes, lines: list[bytes]) -> Header:
    raw, _ = decode_text(b"".join(lines).rstrip())
    return Header(name.decode("ascii"), decode_words(raw), raw)


def decode_words(text: str) -> str:
    """Read the encoded words of RFC 2047 (`=?utf-8?Q?gr=C3=B8d?=`); what is no such word stays."""
    if "=?" not in text:
        return text
    return _RUN.sub(lambda run: _decode_run(run[0]), _BETWEEN.sub("?=", text))


def one_alphabet(text: str) -> str:
    """Write encoded words anew as UTF-8, neighbours joined, for readers that take them singly."""
    if "=?" not in text:
        return text
    return _RUN.sub(lambda run: _encoded(_decode_run(run[0])), _BETWEEN.sub("?=", text))


def _encoded(words: str) -> str:
    return f"=?utf-8?B?{base64.b64encode(words.encode()).decode()}?="


def _decode_run(run: str) -> str:
    # A letter may be split over two words, so neighbours in one alphabet are joined first.
    words = [(charset.partition("*")[0].lower(), how, code) for charset, how, code in _words(run)]
    runs = groupby(words, key=lambda word: word[0])
    return "".join(
        decode_text(b"".join(_word_bytes(how, code) for _, how, code in group), charset)[0]
        for charset, group in runs
    )


def _words(run: str) -> list[tuple[str, str, str]]:
    return [(m[1], m[2], m[3]) for m in _WORD.finditer(run)]


def _word_bytes(how: str, code: str) -> bytes:
    data = code.encode("utf-8", "replace")
    if how in "qQ":
        return binascii.a2b_qp(data, header=True)
    try:
        return binascii.a2b_base64(data + b"=" * (-len(data) % 4))
    except binascii.Error:
        return data
