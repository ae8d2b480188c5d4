"""Patterns of words, and how one is found. See docs/reference/triage.md for the notation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Element:
    """One place in a pattern: any word carrying one of `bits`, at most `gap` words after the
    place before it."""

    bits: int
    gap: int = 0
    optional: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Pattern:
    """Words that together are evidence of `kind`.

    `weight` is in log-odds, `urgency` what the words alone call for. An `ordered` pattern is read
    left to right; the others want their elements in any order within `within` words of the anchor.
    `across` lets it pass a full stop. `barred` words nearby make it no match.
    """

    kind: str
    why: str
    weight: float
    urgency: int
    elements: tuple[Element, ...]
    anchor: int
    ordered: bool
    within: int
    across: bool
    barred: int
    flags: frozenset[str]
    also: tuple[tuple[str, float], ...] = ()

    def possible(self, present: int) -> bool:
        """Whether a text with the classes `present` can hold this pattern at all."""
        for each in self.elements:  # noqa: SIM110 - all() of a generator costs twice as much here
            if not present & each.bits and not each.optional:
                return False
        return True

    def find(self, masks: Sequence[int], sentences: Sequence[int], at: int) -> tuple[int, ...]:
        """The places of the words, with the anchor at `at`; empty when it is not there."""
        search = self._in_order if self.ordered else self._around
        found = search(masks, sentences, at)
        if found and self.barred and self._is_barred(masks, sentences, found):
            return ()
        return found

    def _in_order(self, masks: Sequence[int], sents: Sequence[int], at: int) -> tuple[int, ...]:
        after = self.elements[self.anchor + 1 :]
        right = self._walk(masks, sents, at, [(e, e.gap) for e in after], 1)
        if not right:
            return ()
        before = [
            (self.elements[k], self.elements[k + 1].gap) for k in range(self.anchor - 1, -1, -1)
        ]
        left = self._walk(masks, sents, at, before, -1)
        return tuple(sorted({*left, *right})) if left else ()

    def _walk(
        self,
        masks: Sequence[int],
        sents: Sequence[int],
        at: int,
        steps: list[tuple[Element, int]],
        way: int,
    ) -> tuple[int, ...]:
        """Follow `steps` from `at`, keeping one path per place reached: no backtracking."""
        paths: dict[int, tuple[int, ...]] = {at: (at,)}
        for element, gap in steps:
            reached = dict(paths) if element.optional else {}
            for place, path in paths.items():
                for there in range(place + way, place + way * (gap + 2), way):
                    if not self._joined(sents, place, there):
                        break
                    if masks[there] & element.bits and there not in reached:
                        reached[there] = (*path, there)
            paths = reached
        return max(paths.values(), key=len, default=())

    def _joined(self, sents: Sequence[int], here: int, there: int) -> bool:
        if not 0 <= there < len(sents):
            return False
        return self.across or sents[here] == sents[there]

    def _around(self, masks: Sequence[int], sents: Sequence[int], at: int) -> tuple[int, ...]:
        low, high = self._window(sents, at)
        places = {at}
        for number, element in enumerate(self.elements):
            if number == self.anchor:
                continue
            near = _nearest(masks, element.bits, at, low, high)
            if near is None and not element.optional:
                return ()
            if near is not None:
                places.add(near)
        return tuple(sorted(places))

    def _window(self, sents: Sequence[int], at: int) -> tuple[int, int]:
        low, high = max(0, at - self.within), min(len(sents), at + self.within + 1)
        if not self.across:
            while sents[low] != sents[at]:
                low += 1
            while sents[high - 1] != sents[at]:
                high -= 1
        return low, high

    def _is_barred(
        self, masks: Sequence[int], sents: Sequence[int], found: tuple[int, ...]
    ) -> bool:
        low, high = max(0, found[0] - 1), min(len(masks), found[-1] + 5)
        return any(masks[k] & self.barred for k in range(low, high) if sents[k] == sents[found[0]])


def _nearest(masks: Sequence[int], bits: int, at: int, low: int, high: int) -> int | None:
    for distance in range(1, max(at - low, high - 1 - at) + 1):
        for there in (at - distance, at + distance):
            if low <= there < high and masks[there] & bits:
                return there
    return None
