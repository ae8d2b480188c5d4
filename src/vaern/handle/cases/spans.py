"""Marking the words a suggestion rests on, in a text somebody has asked to see."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from vaern.handle.cases import wording
from vaern.handle.evidence.visible import safe_text
from vaern.handle.reports.models import Report
from vaern.handle.triage.access import suggestion_of


@dataclass(frozen=True)
class Piece:
    """A run of text; ``why`` is empty where nothing rests on it."""

    text: str
    why: str = ""


def reasons_in(reports: Iterable[Report], where: str) -> list[dict[str, Any]]:
    """The reasons that rest on one text: ``where`` is "report" or the id of a piece of evidence."""
    found = [suggestion for report in reports if (suggestion := suggestion_of(report))]
    rows = [row for one in found for row in one.assessment.get("reasons", ())]
    return [row for row in rows if row.get("where") == where and row.get("text")]


def marked(text: str, reasons: Iterable[Mapping[str, Any]]) -> list[Piece]:
    """The text in pieces, the spans marked. What is shown may be tidied, so a span is looked for
    where it should stand and else wherever its words stand, however they are spaced."""
    pieces, at = [], 0
    for start, end, why in _places(text, reasons):
        if start < at:
            continue
        pieces += [Piece(text[at:start]), Piece(text[start:end], why)]
        at = end
    return [piece for piece in [*pieces, Piece(text[at:])] if piece.text]


def _places(text: str, reasons: Iterable[Mapping[str, Any]]) -> list[tuple[int, int, str]]:
    """(start, end, why), from the front; the longer of two that start together."""
    found = []
    for row in reasons:
        place = _place(text, row["text"], int(row["start"]))
        if place is not None:
            found.append((*place, wording.why_words(row["why"])))
    return sorted(found, key=lambda one: (one[0], -one[1]))


def _place(text: str, words: str, start: int) -> tuple[int, int] | None:
    if text[start : start + len(words)] == words:
        return start, start + len(words)
    for written in (words, safe_text(words)):  # evidence is shown with signs for what is invisible
        found = re.search(r"\s+".join(map(re.escape, written.split())), text)
        if found:
            return found.span()
    return None
