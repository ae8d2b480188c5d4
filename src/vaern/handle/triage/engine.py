"""The door to triage: `assess`, and the first engine behind it (word lists and an intent grammar).

Another engine may stand behind the same door: anything with a `name` and `assess`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, Protocol

from . import language
from .assessment import KINDS, Assessment, Kind, KindScore, Message, Reason
from .evidence import Evidence, Reading, read
from .facts import from_facts
from .guards import Guards
from .scores import FLOOR, scores, strongest
from .tables.reading import table
from .urgency import severity, urgency
from .vocabulary import Vocabulary, vocabulary

LONGEST = 200_000  # characters read; of a longer text the beginning and the end
_TAIL = 40_000
_NEAR = (0.35, 0.65)
_MOST_REASONS = 40
_SHOWN = 0.8  # weight from which a lowered piece makes the engine unsure
_KINDS: dict[str, Kind] = {kind: kind for kind in KINDS}


class Engine(Protocol):
    """What judges a message. `assess` must not fail on any text, nor change anything."""

    @property
    def name(self) -> str:
        """Name and version, stored with every assessment."""
        ...

    def assess(self, message: Message, facts: Mapping[str, Any]) -> Assessment: ...


def assess(
    message: Message | str,
    facts: Mapping[str, Any] | None = None,
    *,
    engine: Engine | None = None,
) -> Assessment:
    """What kind of harassment `message` may be, how urgent, how sure, and why.

    A suggestion for a person. `facts` are described in `facts.py`; unknown ones are ignored.
    """
    told = Message(message) if isinstance(message, str) else message
    return (engine or first_engine()).assess(told, facts or {})


class GrammarEngine:
    """Word lists and an intent grammar in Danish and English. Knows nothing it was not told."""

    def __init__(self) -> None:
        self._name = f"grammar 1 (tables {table('da_words')['version']})"
        self._parts: dict[str, tuple[Vocabulary, Guards]] = {}

    @property
    def name(self) -> str:
        return self._name

    def assess(self, message: Message, facts: Mapping[str, Any]) -> Assessment:
        words, guards = self._for(message.voice)
        text, moved = _within_limits(message.text)
        reading = read(text, words)
        pieces = guards.apply(reading) if reading.found else []
        if facts:
            pieces += from_facts(facts, _text_weights(pieces))
        found = scores(pieces)
        spoken = language.detect(reading.tokens.words, reading.source.text)
        urgent = urgency(pieces, reading, words, found) if pieces else 0
        why = _unsure(reading, pieces, found, spoken, cut=moved > 0)
        return Assessment(
            kinds=_ranked(found),
            severity=severity(found, urgent),
            urgency=urgent,
            language=spoken,
            reasons=_reasons(pieces, reading, found, message.text, moved),
            engine=self._name,
            unsure=bool(why),
            unsure_why=why,
        )

    def _for(self, voice: str) -> tuple[Vocabulary, Guards]:
        if voice not in self._parts:
            words = vocabulary(voice)
            self._parts[voice] = words, Guards.of(words, reporter=voice == "reporter")
        return self._parts[voice]


@cache
def first_engine() -> GrammarEngine:
    """The engine used when no other is given."""
    return GrammarEngine()


def _within_limits(text: str) -> tuple[str, int]:
    """The text to read, and how many characters were left out of its middle."""
    if len(text) <= LONGEST:
        return text, 0
    head = text[: LONGEST - _TAIL - 2]
    return f"{head}\n\n{text[-_TAIL:]}", len(text) - LONGEST


def _text_weights(pieces: list[Evidence]) -> dict[str, float]:
    return {kind: max(reasons.values()) for kind, reasons in strongest(pieces).items()}


def _ranked(found: Mapping[str, float]) -> tuple[KindScore, ...]:
    listed = [KindScore(_KINDS[kind], score) for kind, score in found.items() if score >= FLOOR]
    return tuple(sorted(listed, key=lambda each: (-each.score, each.kind)))


def _reasons(
    pieces: list[Evidence], reading: Reading, found: Mapping[str, float], text: str, moved: int
) -> tuple[Reason, ...]:
    """Each piece of evidence for a listed kind, strongest first, and the guards that lowered it."""
    kept: dict[tuple[str, str], list[Reason]] = {}
    for piece in sorted(pieces, key=lambda each: -each.weight):
        if found[piece.kind] < FLOOR and not piece.guards:
            continue
        start, end = _span(piece, reading, moved)
        for why in (piece.why, *piece.guards):
            same = kept.setdefault((piece.kind, why), [])
            if all(end <= each.start or each.end <= start for each in same):
                same.append(Reason(_KINDS[piece.kind], start, end, text[start:end], why))
    return tuple(reason for same in kept.values() for reason in same)[:_MOST_REASONS]


def _span(piece: Evidence, reading: Reading, moved: int) -> tuple[int, int]:
    if piece.first < 0:
        return 0, 0
    tokens = reading.tokens
    start, end = reading.source.origin(tokens.starts[piece.first], tokens.ends[piece.last])
    late = moved and start >= LONGEST - _TAIL
    return (start + moved, end + moved) if late else (start, end)


def _unsure(
    reading: Reading,
    pieces: list[Evidence],
    found: Mapping[str, float],
    spoken: str,
    *,
    cut: bool,
) -> str:
    """Why a person should look with care; "" when nothing speaks for it."""
    words = len(reading.tokens.words)
    if words == 0:
        return "empty" if not reading.source.text.strip() else "language"
    if spoken not in language.COVERED:
        return "short" if words < 3 and spoken == "und" else "language"
    if cut:
        return "too_long"
    if (
        any(piece.guards and piece.weight > _SHOWN for piece in pieces)
        and max(found.values()) < 0.65
    ):
        return "guarded"
    if any(_NEAR[0] <= score <= _NEAR[1] for score in found.values()):
        return "near"
    return ""
