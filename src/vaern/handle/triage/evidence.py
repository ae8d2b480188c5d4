"""What was found in a message: pieces of evidence, each with its weight and where it stands."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field, replace

from .normalise import Clean, clean
from .pattern import Pattern
from .segments import Segments, segment
from .tokens import Tokens, tokenise
from .vocabulary import Vocabulary

_MOST_HITS = 400  # pieces kept; more adds cost and no knowledge
_PER_PATTERN = 6


@dataclass(frozen=True, slots=True)
class Evidence:
    """A pattern found at `places` (word numbers). Weight in log-odds, lowered by guards."""

    kind: str
    why: str
    weight: float
    urgency: int
    places: tuple[int, ...]
    flags: frozenset[str]
    guards: tuple[str, ...] = ()

    def lowered(self, by: float, guard: str) -> Evidence:
        return replace(self, weight=self.weight - by, guards=(*self.guards, guard))

    @property
    def first(self) -> int:
        return self.places[0]

    @property
    def last(self) -> int:
        return self.places[-1]


@dataclass(slots=True)
class Reading:
    """A message read once: its words, their classes, its parts, and what was found in it."""

    source: Clean
    tokens: Tokens
    masks: list[int]
    present: int
    found: list[Evidence] = field(default_factory=list)
    _segments: Segments | None = None

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


def read(text: str, vocabulary: Vocabulary) -> Reading:
    """Find every pattern in `text`. Ordinary words start no search, so ordinary mail is cheap."""
    source = clean(text)
    tokens = tokenise(source, vocabulary)
    entries = [vocabulary.look_up(word) for word in tokens.words]
    masks = [entry[0] for entry in entries]
    present = 0
    for mask in masks:
        present |= mask
    reading = Reading(source, tokens, masks, present)
    starts = [(at, entry[1]) for at, entry in enumerate(entries) if entry[1]]
    if starts:
        _search(reading, starts)
    return reading


def _search(reading: Reading, starts: list[tuple[int, tuple[Pattern, ...]]]) -> None:
    masks, sentences, present = reading.masks, reading.tokens.sentences, reading.present
    possible: dict[Pattern, int] = {}
    for at, patterns in starts:
        for pattern in patterns:
            left = possible.get(pattern)
            if left is None:
                left = _PER_PATTERN if pattern.possible(present) else 0
                possible[pattern] = left
            if not left:
                continue
            places = pattern.find(masks, sentences, at)
            if places:
                possible[pattern] = left - 1
                _keep(reading.found, pattern, places)


def _keep(found: list[Evidence], pattern: Pattern, places: tuple[int, ...]) -> None:
    if len(found) >= _MOST_HITS:
        return
    found.append(
        Evidence(pattern.kind, pattern.why, pattern.weight, pattern.urgency, places, pattern.flags)
    )
    for kind, weight in pattern.also:
        found.append(Evidence(kind, pattern.why, weight, pattern.urgency, places, pattern.flags))
