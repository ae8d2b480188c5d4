"""How like the wording is to that of messages known to be harassment: a second opinion.

The grammar knows turns of phrase; this knows words. It is a linear sum over the words of a message,
their beginnings, their classes, their pairs, and whom the message speaks to, with weights learned
from invented messages and ordinary sentences (`learning.py`). It can raise the grammar's suspicion
and never lowers it, and alone it never says more than "likely".
"""

from __future__ import annotations

from itertools import pairwise

from .evidence import Evidence, Reading
from .figures import figures, meets
from .model import (
    ADDRESS,
    READ,
    URGENT,
    WHOLE,
    Model,
    classes_of,
    features,
    hashed,
    pair_feature,
    size_of,
    whole_features,
    word_features,
    words_of,
)
from .remembered import Remembered
from .vocabulary import Vocabulary

_LEAST = 3  # words; fewer say nothing
_SHOWN = 3  # words that are shown as the reason
# Weights of a piece that is worth supporting, of one that stands, and of one that stands although
# a guard lowered it.
_WEAK, _STRONG, _CLEAR = 0.8, 2.6, 3.0
_LOWERED = 4.0
_FLAGS = frozenset({"even"})  # time and place beside it do not make it more urgent
_SOON = ("threat", "extortion", "self_harm")  # never for next week


class Likeness:
    """Gives the second opinion, with one vocabulary and one model."""

    def __init__(self, vocabulary: Vocabulary, model: Model) -> None:
        self._vocabulary = vocabulary
        self._model = model
        self._known = known = model.heads.get(WHOLE, {})
        self._words: Remembered[str, float] = Remembered(self._of_word)
        self._pairs: Remembered[tuple[str, str], float] = Remembered(self._of_pair)
        classes = ((vocabulary.bit(name[2:]), name) for name in known if name[:2] == "c=")
        self._classes = {bit: known[name] for bit, name in classes if bit}
        self._weighed = sum(self._classes)

    def opinion(self, reading: Reading, pieces: list[Evidence]) -> list[Evidence]:
        """One piece of evidence, or none, beside the grammar's `pieces`.

        It supports what they say, if anything, and is lowered where they were: what the grammar
        knows for a joke is a joke here too.
        """
        words = words_of(reading, self._vocabulary)
        if not self._known or len(words) < _LEAST or ADDRESS.isdisjoint(words):
            return []
        if self.sum(words, reading.plain) <= self._model.start:
            return []
        own = _own_places(reading)
        seen, words = words, [words[at] for at in own]
        weight = self._weight(words, self.sum(words, classes_of(words, self._vocabulary)))
        if weight <= 0:
            return []
        kind, urgency = self._kind(words, pieces)
        places = self._weightiest(seen, reading, own)
        piece = Evidence(kind, "likeness", weight, urgency, places, _FLAGS)
        return [_lowered_with(piece, pieces, reading)]

    def sum(self, words: list[str], mask: int) -> float:
        """The sum the opinion rests on: `Model.score` of all features, without naming them."""
        known = set(words)
        total = sum(map(self._words.__getitem__, known)) + self._of_classes(mask)
        total += sum(map(self._pairs.__getitem__, pairwise(words)))
        total += sum(self._known.get(name, 0.0) for name in whole_features(known, len(words)))
        return self._model.bias[WHOLE] + total / size_of(len(words))

    def _weight(self, words: list[str], total: float) -> float:
        weight = self._model.per_point * (total - self._model.start)
        return min(weight, self._model.most) if len(words) >= _LEAST else 0.0

    def _kind(self, words: list[str], pieces: list[Evidence]) -> tuple[str, int]:
        """The kind it speaks for, and how soon someone must act."""
        seen, size = features(words, self._vocabulary), size_of(len(words))
        best = max(pieces, key=lambda each: each.weight, default=None)
        kind = self._model.likeliest(seen, size)
        if best and best.weight > _WEAK:
            kind = best.kind
        soon = kind in _SOON or self._model.score(URGENT, seen, size) > 0
        return kind, 2 if soon else 1

    def _of_word(self, word: str) -> float:
        return sum(self._known.get(hashed(name), 0.0) for name in word_features(word))

    def _of_pair(self, pair: tuple[str, str]) -> float:
        return self._known.get(hashed(pair_feature(*pair)), 0.0)

    def _of_classes(self, mask: int) -> float:
        total, left = 0.0, mask & self._weighed
        while left:
            bit = left & -left
            total += self._classes[bit]
            left ^= bit
        return total

    def _weightiest(self, words: list[str], reading: Reading, own: list[int]) -> tuple[int, ...]:
        """The words that speak most for it, all in the sentence that speaks most."""
        each = {at: self._words[words[at]] for at in own}
        sentences, sums = reading.tokens.sentences, dict[int, float]()
        for at, weight in each.items():
            sums[sentences[at]] = sums.get(sentences[at], 0.0) + max(0.0, weight)
        best = max(sums, key=lambda number: sums[number])
        inside = [at for at in own if sentences[at] == best]
        return tuple(sorted(sorted(inside, key=lambda at: -each[at])[:_SHOWN]))


def _lowered_with(piece: Evidence, pieces: list[Evidence], reading: Reading) -> Evidence:
    """`piece`, lowered when nothing else stands and a guard lowered what the grammar found, or is
    there for the wording."""
    if any(e.weight > (_CLEAR if e.guards else _STRONG) for e in pieces):
        return piece
    guarded = max((e for e in pieces if e.guards), key=lambda e: e.weight, default=None)
    if guarded:
        return piece.lowered(_LOWERED, guarded.guards[0])
    figure = next((e for e in figures(reading) if "wording" in e.flags and meets(e, piece)), None)
    return piece.lowered(_LOWERED, figure.why) if figure else piece


def _own_places(reading: Reading) -> list[int]:
    """The places of the sender's own words: neither a quoted reply nor within quotation marks."""
    parts, starts = reading.segments, reading.tokens.starts[:READ]
    if not parts.replied.starts and not parts.quoted.starts:
        return list(range(len(starts)))
    return [
        at
        for at, start in enumerate(starts)
        if not parts.replied.covers(start) and not parts.quoted.covers(start)
    ]
