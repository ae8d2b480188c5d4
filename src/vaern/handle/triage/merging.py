"""One assessment of a report out of the assessments of its texts. Plain values, no Django."""

from collections.abc import Mapping, Sequence
from typing import Any

from vaern.handle.triage.episode import LIKELY, SEVERITIES

NOTHING: Mapping[str, Any] = {
    "kinds": [],
    "severity": "none",
    "urgency": 0,
    "language": "und",
    "reasons": [],
    "engine": "",
    "unsure": False,
    "unsure_why": "",
}
"""The assessment of a report without any text."""


def merge(parts: Sequence[tuple[str, Mapping[str, Any]]], *, doubt: str = "") -> dict[str, Any]:
    """The gravest of each part, in the form of one assessment (`Assessment.to_dict`).

    ``parts`` are (where, assessment); ``where`` is "report" or the id of what was told later or
    of a piece of evidence, and is put on each reason, whose offsets count in that text. Unsure only while nothing was found:
    a clear threat is not made doubtful by an attachment nobody could read. ``doubt`` is why the
    texts may not be all that was said.
    """
    if not parts:
        return {**NOTHING, "unsure": bool(doubt), "unsure_why": doubt}
    found = [assessment for _, assessment in parts]
    gravest = max(found, key=lambda one: (one["urgency"], _level(one), _top(one)))
    scores: dict[str, float] = {}
    for one in found:
        for row in one["kinds"]:
            scores[row["kind"]] = max(row["score"], scores.get(row["kind"], 0.0))
    kinds = [{"kind": kind, "score": score} for kind, score in scores.items()]
    doubts = [one["unsure_why"] for one in found if one["unsure"]] + [doubt] * bool(doubt)
    clear = any(score >= LIKELY for score in scores.values())
    return {
        "kinds": sorted(kinds, key=lambda row: -float(str(row["score"]))),
        "severity": max(found, key=_level)["severity"],
        "urgency": gravest["urgency"],
        "language": gravest["language"],
        "reasons": [{**row, "where": where} for where, one in parts for row in one["reasons"]],
        "engine": gravest["engine"],
        "unsure": bool(doubts) and not clear,
        "unsure_why": "" if clear or not doubts else doubts[0],
    }


def _level(one: Mapping[str, Any]) -> int:
    severity = one["severity"]
    return SEVERITIES.index(severity) if severity in SEVERITIES else 0


def _top(one: Mapping[str, Any]) -> float:
    return max((row["score"] for row in one["kinds"]), default=0.0)
