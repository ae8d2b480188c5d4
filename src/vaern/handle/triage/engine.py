"""The door to triage: `assess`, and the first engine behind it (word lists and an intent grammar).

Another engine may stand behind the same door: anything with a `name` and `assess`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, Protocol

from . import language
from .assessment import Assessment, Message, Voice
from .doubt import unsure
from .evidence import Evidence, Reading
from .facts import from_facts
from .guards import Guards
from .likeness import Likeness
from .model import learned
from .notes import is_note, retells
from .scores import scores, strongest
from .search import read
from .tables.reading import table
from .telling import ranked, reasons
from .urgency import SURE, severity, urgency
from .vocabulary import Vocabulary, vocabulary
from .within import Part, within_limits

_TOLD = 3.4  # what only a third party tells is lowered by this
_CLEAR = 4.0  # weight of a piece that needs no second opinion


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
    """Word lists and an intent grammar in Danish and English, and an ear for their wording."""

    def __init__(self) -> None:
        self._name = f"grammar 2 (tables {table('da_words')['version']})"
        self._parts: dict[Voice, tuple[Vocabulary, Guards]] = {}
        self._likeness = Likeness(vocabulary("sender"), learned())

    @property
    def name(self) -> str:
        return self._name

    def assess(self, message: Message, facts: Mapping[str, Any]) -> Assessment:
        """As the sender's words; what a colleague seems to be telling, also as the colleague's."""
        part = within_limits(message.text)
        judged, reading = self._judge(part, facts, message.voice)
        if message.voice == "reporter" or any(each.score >= SURE for each in judged.kinds):
            return judged
        if is_note(reading):
            return _graver(judged, self._judge(part, facts, "reporter")[0])
        if not judged.unsure and retells(reading, self._for("sender")[0]):
            return _graver(judged, self._judge(part, facts, "reporter", told=True)[0])
        return judged

    def _judge(
        self, part: Part, facts: Mapping[str, Any], voice: Voice, *, told: bool = False
    ) -> tuple[Assessment, Reading]:
        """`part` read in `voice`; what is only `told` is lowered, so that a person looks."""
        words = self._for(voice)[0]
        reading = read(part.text, words)
        spoken = language.detect(reading.tokens.words, reading.source.text)
        pieces = self._pieces(reading, voice, spoken)
        if told:
            pieces = [each.lowered(_TOLD, "guard_reported") for each in _strongest(pieces)]
        if facts:
            pieces += from_facts(facts, _text_weights(pieces))
        return self._assessed(part, reading, pieces, words, spoken), reading

    def _pieces(self, reading: Reading, voice: Voice, spoken: str) -> list[Evidence]:
        """The evidence, guarded. The second opinion is Danish, and about the sender's own words."""
        pieces = self._for(voice)[1].apply(reading) if reading.found else []
        clear = any(each.weight >= _CLEAR for each in pieces)
        if voice == "sender" and spoken != "en" and not clear:
            pieces += self._likeness.opinion(reading, pieces)
        return pieces

    def _assessed(
        self, part: Part, reading: Reading, pieces: list[Evidence], words: Vocabulary, spoken: str
    ) -> Assessment:
        found = scores(pieces)
        urgent = urgency(pieces, reading, words, found) if pieces else 0
        why = unsure(reading, pieces, found, spoken, cut=part.left_out > 0)
        return Assessment(
            kinds=ranked(found),
            severity=severity(found, urgent),
            urgency=urgent,
            language=spoken,
            reasons=reasons(pieces, reading, found, part),
            engine=self._name,
            unsure=bool(why),
            unsure_why=why,
        )

    def _for(self, voice: Voice) -> tuple[Vocabulary, Guards]:
        if voice not in self._parts:
            words = vocabulary(voice)
            self._parts[voice] = words, Guards.of(words, reporter=voice == "reporter")
        return self._parts[voice]


@cache
def first_engine() -> GrammarEngine:
    """The engine used when no other is given."""
    return GrammarEngine()


def _graver(one: Assessment, other: Assessment) -> Assessment:
    """The assessment of two readings of one text that asks for more; the first in a draw."""

    def weight(each: Assessment) -> tuple[int, float, bool]:
        return each.urgency, max((kind.score for kind in each.kinds), default=0.0), each.unsure

    return other if weight(other) > weight(one) else one


def _strongest(pieces: list[Evidence]) -> list[Evidence]:
    """The strongest piece of each kind."""
    best = {each.kind: each for each in sorted(pieces, key=lambda each: each.weight)}
    return list(best.values())


def _text_weights(pieces: list[Evidence]) -> dict[str, float]:
    return {kind: max(reasons.values()) for kind, reasons in strongest(pieces).items()}
