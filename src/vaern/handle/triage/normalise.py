"""Text made plain, with the way back: every clean character knows where it came from.

Undoes full-width and styled letters (NFKC), zero-width and direction marks, stacked accents and
look-alike letters from other alphabets. Each step looks at one character at a time, so the cost
grows with the length and nothing else, whatever the text.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from .tables.reading import table

# Anything outside these makes a text worth the slow road; lower() keeps their length.
_UNUSUAL = re.compile(r"[^\t\n\r -~æøåÆØÅéÉèäöüÄÖÜß–—’‘“”»«…•§½°´]")
_MARKS_KEPT = 2  # a letter with more accents than this is decoration


@dataclass(frozen=True, slots=True)
class Clean:
    """`text` is lower case; `offsets[i]` is where clean character i began, None when unmoved."""

    text: str
    original: str
    offsets: list[int] | None

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original that the clean span [start, end) came from."""
        if self.offsets is None:
            return start, end
        return self.offsets[start], self.offsets[end - 1] + self._width(end - 1)

    def raw(self, at: int) -> str:
        """The letter of the original that clean letter `at` came from."""
        return self.original[at if self.offsets is None else self.offsets[at]]

    def _width(self, at: int) -> int:
        assert self.offsets is not None  # noqa: S101 - origin() has looked
        following = self.offsets[at + 1 : at + 2] or [len(self.original)]
        return max(1, following[0] - self.offsets[at]) if following[0] > self.offsets[at] else 1


@cache
def _lookalikes() -> dict[str, str]:
    pairs: dict[str, str] = table("normalise")["lookalikes"]
    return {odd: plain for plain, odds in pairs.items() for odd in odds}


def clean(text: str) -> Clean:
    """`text` in lower case without disguises, and the map back to it."""
    if _UNUSUAL.search(text) is None:
        return Clean(text.lower().replace("’", "'"), text, None)
    return _undisguise(text)


def _undisguise(text: str) -> Clean:
    letters: list[str] = []
    offsets: list[int] = []
    at, end = 0, len(text)
    while at < end:
        start, at = at, at + 1
        while at < end and unicodedata.combining(text[at]):
            at += 1
        for letter in _plain(text[start : min(at, start + 1 + _MARKS_KEPT)]):
            letters.append(letter)
            offsets.append(start)
    return Clean("".join(letters).replace("’", "'"), text, offsets)


def _plain(cluster: str) -> str:
    """One letter with its marks as plain lower-case letters; "" for what is not to be seen."""
    if cluster.isascii():
        return cluster.lower()
    composed = unicodedata.normalize("NFKC", cluster).lower()
    swap = _lookalikes()
    return "".join(
        swap.get(each, each)
        for each in composed
        if each in "\n\t" or unicodedata.category(each) not in ("Cf", "Mn", "Me", "Cc", "Cs")
    )
