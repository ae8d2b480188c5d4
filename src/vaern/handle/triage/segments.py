"""Which parts of a message are the sender's own words: quoted replies, quotation marks, signature.

Line by line and mark by mark, each looked at once.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

# How mail programs introduce the mail they answer, at the start of a line.
_REPLY = re.compile(
    r"^(?:-{2,} ?(?:oprindelig|original)|(?:fra|from|von): .{1,200}$|(?:den|on|am) .{4,120}"
    r"(?:skrev|wrote|schrieb)\b.{0,80}:\s*$)",
    re.MULTILINE,
)
_FORWARD = re.compile(
    r"^-{2,} ?(?:videresendt|forwarded|begin forwarded|start på videresendt)|^(?:vs|fw|fwd): ",
    re.MULTILINE,
)
_SIGNATURE = re.compile(
    r"^(?:-- ?|(?:med )?venlige? hilsen.{0,60}|mvh\b.{0,60}|kind regards.{0,60}|sendt fra min .{0,30})$",
    re.MULTILINE,
)
_QUOTED_LINE = re.compile(r"^[ \t]{0,3}>.*$", re.MULTILINE)
_MARKS = re.compile(r'["“”„»«]')
# Words in single marks, which are apostrophes as often: opened after a space, closed before one.
_SINGLE = re.compile(r"(?<!\S)'(?=\w)[^'\n]{3,200}'(?![\w])")
_OWN_LEAST = 12  # characters of own text before an answered mail; less is a bare forward
_QUOTE_MOST = 600  # characters between two quotation marks


@dataclass(frozen=True, slots=True)
class Spans:
    """Spans in rising order; `covers` answers in logarithmic time."""

    starts: list[int]
    ends: list[int]

    def covers(self, at: int) -> bool:
        place = bisect_right(self.starts, at) - 1
        return place >= 0 and at < self.ends[place]


@dataclass(frozen=True, slots=True)
class Segments:
    """`replied`: text the sender answers, not writes. `quoted`: words in quotation marks."""

    replied: Spans
    quoted: Spans
    signature: int


def segment(text: str) -> Segments:
    """The parts of the clean `text`. A forwarded mail counts as the sender's: it is the matter."""
    return Segments(_replied(text), _quoted(text), _signature(text))


def _replied(text: str) -> Spans:
    spans = Spans([], [])
    if ">" in text:
        for line in _QUOTED_LINE.finditer(text):
            spans.starts.append(line.start())
            spans.ends.append(line.end())
    if ":" in text or "--" in text:
        start = _REPLY.search(text)
        if start and not _FORWARD.search(text) and len(text[: start.start()].strip()) > _OWN_LEAST:
            kept = [n for n, end in enumerate(spans.ends) if end <= start.start()]
            return Spans(
                [spans.starts[n] for n in kept] + [start.start()],
                [spans.ends[n] for n in kept] + [len(text)],
            )
    return spans


def _quoted(text: str) -> Spans:
    spans = Spans([], [])
    opened = -1
    for mark in _MARKS.finditer(text):
        if opened >= 0 and mark.start() - opened <= _QUOTE_MOST:
            spans.starts.append(opened)
            spans.ends.append(mark.end())
            opened = -1
        else:
            opened = mark.start()
    return spans if spans.starts or "'" not in text else _single(text)


def _single(text: str) -> Spans:
    found = [mark.span() for mark in _SINGLE.finditer(text)]
    return Spans([start for start, _ in found], [end for _, end in found])


def _signature(text: str) -> int:
    """Where the last signature begins; the length of the text when there is none."""
    place = len(text)
    for found in _SIGNATURE.finditer(text, max(0, len(text) - 1500)):
        place = found.start()
        break
    return place
