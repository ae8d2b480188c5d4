"""What Værn suggested about a report and what people said of it, in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from vaern.handle.cases import wording
from vaern.handle.reports.models import Report
from vaern.handle.triage.access import heard, not_judged, suggestion_of, texts_in, verdicts_of
from vaern.handle.triage.episode import LIKELY, Picture
from vaern.handle.triage.models import Suggestion, Verdict


@dataclass(frozen=True)
class VerdictShown:
    """Who confirmed or overruled, when and why; ``looks`` is what Værn had suggested then."""

    who: str
    at: datetime
    agrees: bool
    harassment: bool
    kinds: str
    severity: str
    urgency: int
    reason: str
    looks: list[tuple[str, str]]


@dataclass(frozen=True)
class SuggestionShown:
    """``looks`` are (what it looks like, how sure); ``reasons`` why, without quoting anything.

    ``mark`` says which suggestion was shown; ``again`` that more came than the newest verdict was given on.
    """

    suggestion: Suggestion
    report: Report
    looks: list[tuple[str, str]]
    reasons: list[str]
    severity: str
    urgency: int
    unsure: bool
    engine: str
    verdicts: list[VerdictShown]
    mark: str
    again: bool

    @property
    def newest(self) -> VerdictShown | None:
        """The verdict that counts."""
        return self.verdicts[0] if self.verdicts else None

    @property
    def changed(self) -> bool:
        """Has Værn suggested something else since the newest verdict?"""
        return self.newest is not None and self.newest.looks != self.looks

    @property
    def earlier(self) -> list[VerdictShown]:
        """The verdicts it took the place of, newest first."""
        return self.verdicts[1:]


def shown(report: Report) -> SuggestionShown | None:
    """The suggestion about the report; None while it waits for one."""
    suggestion = suggestion_of(report)
    if suggestion is None:
        return None
    found: dict[str, Any] = suggestion.assessment
    verdicts = [_verdict(one) for one in verdicts_of(suggestion)]
    return SuggestionShown(
        suggestion=suggestion,
        report=report,
        looks=wording.likeness(found, LIKELY),
        reasons=_reasons(found),
        severity=found.get("severity", ""),
        urgency=suggestion.urgency,
        unsure=bool(found.get("unsure")),
        engine=suggestion.engine,
        verdicts=verdicts,
        mark=f"{heard(suggestion).mark}.{len(texts_in(found))}",
        again=bool(verdicts) and not_judged(suggestion) != Picture(),
    )


def decided(found: Iterable[SuggestionShown]) -> VerdictShown | None:
    """The verdict that counts for the case: the newest about any of its reports."""
    newest = [one.newest for one in found if one.newest]
    return max(newest, key=lambda one: one.at, default=None)


def _reasons(found: dict[str, Any]) -> list[str]:
    """Each reason once, in the order the engine gave them."""
    words = [wording.why_words(row["why"]) for row in found.get("reasons", ())]
    return list(dict.fromkeys(one for one in words if one))


def _verdict(verdict: Verdict) -> VerdictShown:
    return VerdictShown(
        who=verdict.person.name if verdict.person else "",
        at=verdict.at,
        agrees=verdict.agrees,
        harassment=verdict.harassment,
        kinds=wording.kinds_words(list(verdict.kinds)),
        severity=verdict.severity,
        urgency=verdict.urgency,
        reason=verdict.reason,
        looks=wording.likeness(verdict.assessment, LIKELY),
    )
