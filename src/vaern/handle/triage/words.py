"""The assessment in plain words, Danish and English, without a word of the message itself."""

from __future__ import annotations

from collections.abc import Sequence

from .assessment import Assessment, Kind
from .tables.reading import table
from .urgency import SURE

_MAYBE = 0.35
_GRAVEST_FIRST: tuple[Kind, ...] = (
    "self_harm",
    "threat",
    "extortion",
    "stalking",
    "sexual",
    "shaming",
    "hate",
    "degrading",
)


def why(code: str, lang: str = "da") -> str:
    """The reason `code` in words. Raises KeyError for a code that does not exist."""
    return _say("why", code, lang)


def kind(code: str, lang: str = "da") -> str:
    """The kind `code` as it stands in a sentence: "en trussel", "a threat"."""
    return _say("kind", code, lang)


def summary(assessment: Assessment, lang: str = "da") -> str:
    """One neutral line for someone who has not opened the message."""
    said = _lines("summary", lang)
    parts = [_likeness(assessment, lang)]
    if assessment.urgency:
        parts.append(said[f"urgency_{assessment.urgency}"])
    if assessment.unsure:
        parts.append(f"{said['unsure']} {why(assessment.unsure_why, lang)}")
    return " ".join(parts)


def _likeness(assessment: Assessment, lang: str) -> str:
    said = _lines("summary", lang)
    likely = [kind for kind in _GRAVEST_FIRST if assessment.score(kind) >= SURE]
    maybe = [kind for kind in _GRAVEST_FIRST if _MAYBE <= assessment.score(kind) < SURE]
    if likely:
        return said["likely"].format(kinds=_listed(likely, lang))
    if maybe:
        return said["maybe"].format(kinds=_listed(maybe, lang))
    return said["none"]


def _listed(codes: Sequence[str], lang: str) -> str:
    names = [kind(code, lang) for code in codes]
    joined = f" {_lines('summary', lang)['and']} "
    return joined.join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]


def _lines(group: str, lang: str) -> dict[str, str]:
    return {code: row[_known(lang)] for code, row in table("why")[group].items()}


def _say(group: str, code: str, lang: str) -> str:
    said: str = table("why")[group][code][_known(lang)]
    return said


def _known(lang: str) -> str:
    return "en" if lang.startswith("en") else "da"
