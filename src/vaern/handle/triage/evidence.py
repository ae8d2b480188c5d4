"""What was found in a message: pieces of evidence, each with its weight and where it stands."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple

from .normalise import Clean
from .pieces import Tokens
from .segments import Segments, segment


class Evidence(NamedTuple):
    """A pattern found at `places` (word numbers). Weight in log-odds, lowered by guards."""

    kind: str
    why: str
    weight: float
    urgency: int
    places: tuple[int, ...]
    flags: frozenset[str]
    guards: tuple[str, ...] = ()

    def lowered(self, by: float, guard: str) -> Evidence:
        return self._replace(weight=self.weight - by, guards=(*self.guards, guard))

    @property
    def first(self) -> int:
        return self.places[0]

    @property
    def last(self) -> int:
        return self.places[-1]


@dataclass(slots=True)
class Reading:
    """A message read once: its words, their classes, its parts, and what was found in it.

    `present` are the classes of the whole text, `parts` those of each sentence, `plain` those its
    words have before any phrase is marked.
    """

    source: Clean
    tokens: Tokens
    masks: list[int]
    present: int = 0
    plain: int = 0
    parts: dict[int, int] = field(default_factory=dict)
    found: list[Evidence] = field(default_factory=list)
    _limits: list[tuple[int, int]] | None = None
    _segments: Segments | None = None

    @property
    def limits(self) -> list[tuple[int, int]]:
        """For each word the first word of its sentence, and the first word after it."""
        if self._limits is None:
            self._limits = []
            numbers = self.tokens.sentences
            while len(self._limits) < len(numbers):
                start = len(self._limits)
                end = bisect_right(numbers, numbers[start], lo=start)
                self._limits += [(start, end)] * (end - start)
        return self._limits

    @property
    def segments(self) -> Segments:
        if self._segments is None:
            self._segments = segment(self.source.text)
        return self._segments

    def sentence_mask(self, low: int, high: int) -> int:
        """The classes present in the sentences numbered `low` to `high`, near enough to matter."""
        mask = 0
        for place in self._nearby(low, high):
            mask |= self.masks[place]
        return mask

    def _nearby(self, low: int, high: int) -> range:
        numbers = self.tokens.sentences
        start, end = bisect_left(numbers, low), bisect_right(numbers, high)
        return range(start, min(end, start + 120))
