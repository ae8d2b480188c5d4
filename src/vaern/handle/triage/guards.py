"""What lowers a piece of evidence. A guard lowers and never hides: the evidence is kept and shown."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, fields

from .evidence import Evidence, Reading
from .vocabulary import Vocabulary

_NEGATION, _IDIOM, _REPORTED, _REPLIED, _MARKED, _LAWFUL, _EVERYDAY = (
    4.0,
    5.0,
    4.2,
    4.2,
    1.2,
    2.8,
    1.8,
)
# What these find is said innocently as often; beside words for everyday matters it is lowered.
_SOFT = ("veiled_", "stalking_", "shaming_", "extortion_tell", "sexual_re", "hate_go_home")
_BEFORE_QUOTE = 14  # words before a quotation mark in which someone is said to speak


@dataclass(frozen=True, slots=True)
class Guards:
    """The class bits the guards look for, in all languages."""

    neg: int
    unnegate: int
    cond: int
    ask: int
    report: int
    teller: int
    said: int
    person: int
    lawful: int
    everyday: int
    reporter: bool

    @property
    def lowering(self) -> int:
        """The classes without which no piece is lowered, but for figures of speech."""
        return self.neg | self.lawful | self.everyday

    @classmethod
    def of(cls, words: Vocabulary, *, reporter: bool) -> Guards:
        names = [each.name for each in fields(cls) if each.name != "reporter"]
        return cls(**{name: words.any_of(name) for name in names}, reporter=reporter)

    def apply(self, reading: Reading) -> list[Evidence]:
        """The evidence in `reading`, each piece lowered by the guards that meet it."""
        idioms = [e for e in reading.found if e.kind == "guard"]
        pieces = [e for e in reading.found if e.kind != "guard"]
        own = self.reporter or self._is_own(reading)
        if own and not idioms and not reading.present & self.lowering:
            return pieces
        guarded = [self._guarded(each, reading, idioms) for each in pieces]
        return guarded if own else [self._not_own_words(each, reading) for each in guarded]

    def _guarded(self, piece: Evidence, reading: Reading, idioms: list[Evidence]) -> Evidence:
        for idiom in idioms:
            if idiom.first <= piece.last and piece.first <= idiom.last + 2:
                piece = piece.lowered(_IDIOM, idiom.why)
                break
        if self._negated(piece, reading):
            piece = piece.lowered(_NEGATION, "guard_negated")
        if "lawful" in piece.flags and self._near(self.lawful, piece, reading):
            piece = piece.lowered(_LAWFUL, "guard_lawful")
        if piece.why.startswith(_SOFT) and self._near(self.everyday, piece, reading):
            piece = piece.lowered(_EVERYDAY, "guard_everyday")
        return piece

    def _is_own(self, reading: Reading) -> bool:
        """Whether nothing in the text is quoted, answered or said by another."""
        parts = reading.segments
        borrowed = parts.replied.starts or parts.quoted.starts or reading.present & self.said
        return not borrowed

    def _negated(self, piece: Evidence, reading: Reading) -> bool:
        """ "jeg slår dig ikke ihjel"; but not "tro ikke ...", nor "hvis ikke ..."."""
        if not reading.present & self.neg or piece.last - piece.first > 14:
            return False
        if piece.kind == "self_harm" or "firm" in piece.flags:
            return False
        masks = reading.masks
        return any(
            masks[at] & self.neg and at not in piece.places and self._denies(at, piece, reading)
            for at in range(max(0, piece.first - 2), piece.last + 1)
        )

    def _denies(self, at: int, piece: Evidence, reading: Reading) -> bool:
        """Whether the "ikke" at `at` denies: no tag ("..., ikke?"), question or condition does."""
        masks, sentences = reading.masks, reading.tokens.sentences
        if sentences[at] != sentences[piece.first] or sentences[at + 1 : at + 2] != [sentences[at]]:
            return False
        around, earlier = masks[max(0, at - 1) : at + 3], masks[max(0, at - 5) : at]
        if any(m & self.unnegate for m in around) or any(m & self.cond for m in earlier):
            return False
        return not masks[bisect_left(sentences, sentences[at])] & self.ask

    def _near(self, bits: int, piece: Evidence, reading: Reading) -> bool:
        """Whether a word of such a class stands in the sentence, or in the one beside it."""
        if not reading.present & bits:
            return False
        here = reading.tokens.sentences
        return bool(reading.sentence_mask(here[piece.first] - 1, here[piece.last] + 1) & bits)

    def _not_own_words(self, piece: Evidence, reading: Reading) -> Evidence:
        start, late = (reading.tokens.starts[at] for at in (piece.first, piece.last))
        if reading.segments.replied.covers(start):
            return piece.lowered(_REPLIED, "guard_reply")
        quoted = reading.segments.quoted
        in_marks = quoted.covers(start) or quoted.covers(late)
        if self._reported(piece, reading, in_marks):
            return piece.lowered(_REPORTED, "guard_reported")
        return piece.lowered(_MARKED, "guard_quoted") if in_marks else piece

    def _reported(self, piece: Evidence, reading: Reading, in_marks: bool) -> bool:
        """Whether someone else is said to have said it: a person and a verb of saying before.

        Before a quotation mark any telling will do, also "i mailen stod der"."""
        masks, sentences = reading.masks, reading.tokens.sentences
        if not reading.present & (self.report if in_marks else self.said):
            return False
        low = max(0, piece.first - _BEFORE_QUOTE)
        while not in_marks and sentences[low] != sentences[piece.first]:
            low += 1
        verb, teller = (self.report, self.teller) if in_marks else (self.said, self.person)
        before = masks[low : piece.first + 1]
        return any(
            mask & verb
            and any(m & teller for m in (*before[max(0, n - 4) : n], *before[n + 1 : n + 5]))
            for n, mask in enumerate(before)
        )
