"""What lowers a piece of evidence. A guard lowers and never hides: the evidence is kept and shown."""

from __future__ import annotations

from dataclasses import dataclass

from .evidence import Evidence, Reading
from .vocabulary import Vocabulary

_NEGATION, _IDIOM, _REPORTED, _REPLIED, _MARKED, _LAWFUL = 4.0, 5.0, 4.2, 4.2, 1.2, 2.8
_BEFORE_QUOTE = 14  # words before a quotation mark in which someone is said to speak


@dataclass(frozen=True, slots=True)
class Guards:
    """The class bits the guards look for, in all languages."""

    neg: int
    unnegate: int
    cond: int
    report: int
    teller: int
    i: int
    lawful: int
    reporter: bool

    @classmethod
    def of(cls, words: Vocabulary, *, reporter: bool) -> Guards:
        return cls(
            neg=words.any_of("neg"),
            unnegate=words.any_of("unnegate"),
            cond=words.any_of("cond"),
            report=words.any_of("report"),
            teller=words.any_of("teller"),
            i=words.any_of("i"),
            lawful=words.any_of("lawful"),
            reporter=reporter,
        )

    def apply(self, reading: Reading) -> list[Evidence]:
        """The evidence in `reading`, each piece lowered by the guards that meet it."""
        idioms = [e for e in reading.found if e.kind == "guard"]
        return [self._guarded(e, reading, idioms) for e in reading.found if e.kind != "guard"]

    def _guarded(self, piece: Evidence, reading: Reading, idioms: list[Evidence]) -> Evidence:
        if any(each.first <= piece.last and piece.first <= each.last for each in idioms):
            piece = piece.lowered(_IDIOM, "guard_idiom")
        if self._negated(piece, reading):
            piece = piece.lowered(_NEGATION, "guard_negated")
        if "lawful" in piece.flags and self._lawful(piece, reading):
            piece = piece.lowered(_LAWFUL, "guard_lawful")
        return piece if self.reporter else self._not_own_words(piece, reading)

    def _negated(self, piece: Evidence, reading: Reading) -> bool:
        """ "jeg slår dig ikke ihjel"; but not "tro ikke ...", nor "hvis ikke ..."."""
        masks, sentences = reading.masks, reading.tokens.sentences
        if piece.last - piece.first > 14 or piece.kind == "self_harm":
            return False
        for at in range(max(0, piece.first - 2), piece.last + 1):
            if at in piece.places or not masks[at] & self.neg:
                continue
            if sentences[at] != sentences[piece.first]:
                continue
            around = masks[max(0, at - 1) : at + 3]
            earlier = masks[max(0, at - 5) : at]
            if any(m & self.unnegate for m in around) or any(m & self.cond for m in earlier):
                continue
            return True
        return False

    def _lawful(self, piece: Evidence, reading: Reading) -> bool:
        here = reading.tokens.sentences
        near = reading.sentence_mask(here[piece.first] - 1, here[piece.last] + 1)
        return bool(near & self.lawful)

    def _not_own_words(self, piece: Evidence, reading: Reading) -> Evidence:
        start = reading.tokens.starts[piece.first]
        if reading.segments.replied.covers(start):
            return piece.lowered(_REPLIED, "guard_reply")
        in_marks = reading.segments.quoted.covers(start)
        if self._reported(piece, reading, in_marks):
            return piece.lowered(_REPORTED, "guard_reported")
        return piece.lowered(_MARKED, "guard_quoted") if in_marks else piece

    def _reported(self, piece: Evidence, reading: Reading, in_marks: bool) -> bool:
        """Whether someone else is said to have said it: a teller and a verb of saying before."""
        masks, sentences = reading.masks, reading.tokens.sentences
        low = max(0, piece.first - _BEFORE_QUOTE)
        if not in_marks:
            while sentences[low] != sentences[piece.first]:
                low += 1
        before = masks[low : piece.first + 1]
        for at, mask in enumerate(before):
            if mask & self.report:
                around = before[max(0, at - 3) : at] + before[at + 1 : at + 3]
                tellers = [m for m in around if m & self.teller]
                if in_marks or any(not m & self.i for m in tellers):
                    return True
        return False
