"""What goes into triage (a message) and what comes out (an assessment). Plain values, no Django."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, get_args

Kind = Literal[
    "threat", "degrading", "extortion", "shaming", "stalking", "sexual", "hate", "self_harm"
]
KINDS: tuple[Kind, ...] = get_args(Kind)
Severity = Literal[
    "none", "uncomfortable", "offensive", "serious", "possibly_punishable", "acute_danger"
]
Voice = Literal["sender", "reporter"]


@dataclass(frozen=True, slots=True)
class Message:
    """A text to be assessed.

    `voice` says whose words they are: `sender` (the one who may be harassing) or `reporter` (a
    colleague telling what happened, so that "han vil slå mig ihjel" counts as a threat).
    """

    text: str
    voice: Voice = "sender"

    @classmethod
    def of_mail(cls, subject: str, body: str, *, voice: Voice = "sender") -> Message:
        """Subject and body as one text; offsets in the reasons count from the subject's start."""
        return cls(f"{subject}\n{body}" if subject else body, voice)


@dataclass(frozen=True, slots=True)
class KindScore:
    kind: Kind
    score: float


@dataclass(frozen=True, slots=True)
class Reason:
    """A span the assessment rests on. `start` and `end` are character offsets in the original
    text; a reason that rests on the facts of the case and not on the text is 0, 0 and empty.
    `why` is a stable code (`words.why` says it in Danish and English)."""

    kind: Kind
    start: int
    end: int
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Assessment:
    """A suggestion that a person confirms or overrules.

    urgency: 0 none, 1 this week, 2 today, 3 acute. `unsure_why` is "" when the engine is sure.
    """

    kinds: tuple[KindScore, ...]
    severity: Severity
    urgency: int
    language: str
    reasons: tuple[Reason, ...]
    engine: str
    unsure: bool = False
    unsure_why: str = ""

    def score(self, kind: Kind) -> float:
        """The probability given to `kind`; 0.0 when it is below the floor."""
        return next((each.score for each in self.kinds if each.kind == kind), 0.0)

    def to_dict(self) -> dict[str, Any]:
        """The documented JSON form (docs/reference/triage.md)."""
        return {
            "kinds": [{"kind": k.kind, "score": k.score} for k in self.kinds],
            "severity": self.severity,
            "urgency": self.urgency,
            "language": self.language,
            "reasons": [
                {"kind": r.kind, "start": r.start, "end": r.end, "text": r.text, "why": r.why}
                for r in self.reasons
            ],
            "engine": self.engine,
            "unsure": self.unsure,
            "unsure_why": self.unsure_why,
        }
