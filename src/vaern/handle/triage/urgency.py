"""How soon someone must act, and how grave it looks. From what is said, never from how rudely.

Urgency: 0 none, 1 this week, 2 today, 3 acute. A threat to a specific victim that names a time, a
place or a means is acute; a polite, veiled one is today, and acute when it names two of them.
"""

from __future__ import annotations

from collections.abc import Mapping

from .assessment import Severity
from .evidence import Evidence, Reading
from .vocabulary import Vocabulary

SURE = 0.5  # a kind at or above this is suggested
_SLOTS = ("time", "place", "weapon", "kin")
_GRAVE_FROM = 0.75


def urgency(
    pieces: list[Evidence], reading: Reading, words: Vocabulary, scores: Mapping[str, float]
) -> int:
    """The highest urgency of the evidence behind a suggested kind."""
    highest = 0
    for piece in pieces:
        if scores.get(piece.kind, 0.0) < SURE or piece.weight < 1.5:
            if piece.kind == "threat" and "guard_reported" in piece.guards:
                highest = max(highest, 1)  # somebody was threatened, if not by this sender
            continue
        highest = max(highest, _raised(piece, reading, words))
    return highest


def _raised(piece: Evidence, reading: Reading, words: Vocabulary) -> int:
    if piece.kind != "threat" or piece.urgency < 2 or piece.weight < 3 or "even" in piece.flags:
        return piece.urgency
    named = _slots(piece, reading, words)
    if "veiled" in piece.flags:
        return 3 if named >= 2 else piece.urgency
    return 3 if named else piece.urgency


def _slots(piece: Evidence, reading: Reading, words: Vocabulary) -> int:
    """How many of time, place, means and family stand beside the threat."""
    sentences = reading.tokens.sentences
    near = reading.sentence_mask(sentences[piece.first] - 1, sentences[piece.last] + 1)
    return sum(bool(near & words.any_of(name)) for name in _SLOTS)


def severity(scores: Mapping[str, float], urgent: int) -> Severity:
    """How grave it looks. "possibly_punishable" is a hint to a person, not a legal finding."""
    likely = {kind: score for kind, score in scores.items() if score >= SURE}
    if not likely:
        return "none"
    if urgent >= 3 and likely.keys() & {"threat", "stalking", "sexual", "self_harm"}:
        return "acute_danger"
    if likely.keys() & {"threat", "extortion"} or _twofold(likely, urgent):
        return "possibly_punishable"
    if likely.keys() & {"stalking", "shaming", "hate", "self_harm"}:
        return "serious"
    return "offensive" if max(likely.values()) >= _GRAVE_FROM else "uncomfortable"


def _twofold(likely: Mapping[str, float], urgent: int) -> bool:
    return urgent >= 2 and bool(likely.keys() & {"stalking", "shaming"})
