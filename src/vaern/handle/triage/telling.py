"""The parts of an assessment that are for a person: kinds in order, and what they rest on."""

from __future__ import annotations

from collections.abc import Mapping

from .assessment import KINDS, Kind, KindScore, Reason
from .evidence import Evidence, Reading
from .scores import FLOOR
from .within import Part

_MOST_REASONS = 40
_KINDS: dict[str, Kind] = {kind: kind for kind in KINDS}


def ranked(found: Mapping[str, float]) -> tuple[KindScore, ...]:
    """The kinds worth listing, the likeliest first."""
    listed = [KindScore(_KINDS[kind], score) for kind, score in found.items() if score >= FLOOR]
    return tuple(sorted(listed, key=lambda each: (-each.score, each.kind)))


def reasons(
    pieces: list[Evidence], reading: Reading, found: Mapping[str, float], part: Part
) -> tuple[Reason, ...]:
    """Each piece of evidence for a listed kind, strongest first, and the guards that lowered it."""
    kept: dict[tuple[str, str], list[Reason]] = {}
    for piece in sorted(pieces, key=lambda each: -each.weight):
        if found[piece.kind] < FLOOR and not piece.guards:
            continue
        start, end = _span(piece, reading, part)
        for why in (piece.why, *piece.guards):
            same = kept.setdefault((piece.kind, why), [])
            if all(end <= each.start or each.end <= start for each in same):
                text = part.whole[start:end]
                same.append(Reason(_KINDS[piece.kind], start, end, text, why))
    return tuple(reason for same in kept.values() for reason in same)[:_MOST_REASONS]


def _span(piece: Evidence, reading: Reading, part: Part) -> tuple[int, int]:
    if piece.first < 0:
        return 0, 0
    tokens = reading.tokens
    start, end = reading.source.origin(tokens.starts[piece.first], tokens.ends[piece.last])
    return part.origin(start, end)
