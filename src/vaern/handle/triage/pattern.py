"""Patterns of words, and how one is found. See docs/reference/triage.md for the notation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

Step = tuple[int, int, bool]
ANY = 1  # a bit that every word has
Limits = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Element:
    """One place in a pattern: any word carrying one of `bits`, at most `gap` words after the
    place before it. `met` is how often such a word stands in ordinary text."""

    bits: int
    gap: int = 0
    optional: bool = False
    met: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Pattern:
    """Words that together are evidence of `kind`.

    `weight` is in log-odds, `urgency` what the words alone call for. An `ordered` pattern is read
    left to right; the others want their elements in any order within `within` words of the anchor.
    `across` lets it pass a full stop. `barred` words nearby make it no match, `never` words
    anywhere; `most` is the most words a text may have. A pattern with `marks` is no evidence: it
    gives its words a class that others use.
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
    never: int
    marks: int
    most: int
    flags: frozenset[str]
    also: tuple[tuple[str, float], ...] = ()
    _after: tuple[Step, ...] = field(init=False)
    _before: tuple[Step, ...] = field(init=False)
    _others: tuple[Element, ...] = field(init=False)
    needed: tuple[int, int] = field(init=False)

    def __post_init__(self) -> None:
        """The way from the anchor in each direction; for an unordered one, the rarest first.
        `needed` are the two rarest other classes: without both, no search is worth its while."""
        parts, at = self.elements, self.anchor
        after = [(part.bits, part.gap, part.optional) for part in parts[at + 1 :]]
        before = [(parts[k].bits, parts[k + 1].gap, parts[k].optional) for k in range(at)][::-1]
        others = sorted((*parts[:at], *parts[at + 1 :]), key=lambda part: part.met)
        object.__setattr__(self, "_after", tuple(after))
        object.__setattr__(self, "_before", tuple(before))
        object.__setattr__(self, "_others", tuple(others))
        first, second = (*(p.bits for p in others if not p.optional), ANY, ANY)[:2]
        object.__setattr__(self, "needed", (first, second))

    def allows(self, present: int, words: int) -> bool:
        """Whether a text of so many `words` with the classes `present` may hold it at all."""
        return not present & self.never and words <= self.most

    def find(self, masks: Sequence[int], limits: Limits, at: int) -> tuple[int, ...]:
        """The places of the words, with the anchor at `at`; empty when it is not there.

        `limits` are, for each word, the first word of its sentence and the first after it.
        """
        low, high = (0, len(masks)) if self.across else limits[at]
        found = (
            self._in_order(masks, at, low, high)
            if self.ordered
            else self._around(masks, at, low, high)
        )
        if found and self.barred and self._is_barred(masks, limits, found):
            return ()
        return found

    def _in_order(self, masks: Sequence[int], at: int, low: int, high: int) -> tuple[int, ...]:
        right = _forward(masks, at, self._after, high) if self._after else (at,)
        if not right or not self._before:
            return right
        left = _backward(masks, at, self._before, low)
        return (*left[:0:-1], *right) if left else ()

    def _around(self, masks: Sequence[int], at: int, low: int, high: int) -> tuple[int, ...]:
        low, high = max(low, at - self.within), min(high, at + self.within + 1)
        places = {at}
        for element in self._others:
            near = _nearest(masks, element.bits, at, low, high)
            if near is None and not element.optional:
                return ()
            if near is not None:
                places.add(near)
        return tuple(sorted(places))

    def _is_barred(self, masks: Sequence[int], limits: Limits, found: tuple[int, ...]) -> bool:
        low, high = limits[found[0]]
        low, high = max(low, found[0] - 1), min(high, found[-1] + 5)
        return any(masks[k] & self.barred for k in range(low, high))


def _stands(bits: int, masks: Sequence[int]) -> bool:
    """Whether any of the words has one of the classes: a cheap look before a search."""
    for mask in masks:  # noqa: SIM110 - any() over a generator costs three times as much
        if mask & bits:
            return True
    return False


def _forward(masks: Sequence[int], at: int, steps: Sequence[Step], high: int) -> tuple[int, ...]:
    """Follow `steps` rightwards, keeping one path per place reached: no backtracking."""
    bits, gap, optional = steps[0]
    if not optional and not _stands(bits, masks[at + 1 : min(high, at + gap + 2)]):
        return ()
    paths: dict[int, tuple[int, ...]] = {at: (at,)}
    for bits, gap, optional in steps:
        reached = dict(paths) if optional else {}
        for place, path in paths.items():
            for there in range(place + 1, min(high, place + gap + 2)):
                if masks[there] & bits and there not in reached:
                    reached[there] = (*path, there)
        if not reached:
            return ()
        paths = reached
    return max(paths.values(), key=len) if len(paths) > 1 else next(iter(paths.values()))


def _backward(masks: Sequence[int], at: int, steps: Sequence[Step], low: int) -> tuple[int, ...]:
    """As `_forward`, leftwards: the anchor first, the leftmost word last."""
    bits, gap, optional = steps[0]
    if not optional and not _stands(bits, masks[max(low, at - gap - 1) : at]):
        return ()
    paths: dict[int, tuple[int, ...]] = {at: (at,)}
    for bits, gap, optional in steps:
        reached = dict(paths) if optional else {}
        for place, path in paths.items():
            for there in range(place - 1, max(low - 1, place - gap - 2), -1):
                if masks[there] & bits and there not in reached:
                    reached[there] = (*path, there)
        if not reached:
            return ()
        paths = reached
    return max(paths.values(), key=len) if len(paths) > 1 else next(iter(paths.values()))


def _nearest(masks: Sequence[int], bits: int, at: int, low: int, high: int) -> int | None:
    for distance in range(1, max(at - low, high - 1 - at) + 1):
        for there in (at - distance, at + distance):
            if low <= there < high and masks[there] & bits:
                return there
    return None
