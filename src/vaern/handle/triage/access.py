"""The suggestion about a report, for those who have been let in to the report."""

from collections.abc import Mapping
from functools import reduce
from typing import Any

from vaern.handle.reports.models import Report
from vaern.handle.triage.episode import Picture, graver, picture, together
from vaern.handle.triage.models import Suggestion, Verdict


def suggestion_of(report: Report) -> Suggestion | None:
    """What the engine suggested; None while the report waits for it."""
    sealed_by = ("report__key__parent", "report__workplace__key")
    return Suggestion.objects.filter(report=report).select_related(*sealed_by).first()


def verdicts_of(suggestion: Suggestion) -> list[Verdict]:
    """What people said about it, newest first; the first one counts."""
    sealed_by = ("person__workplace__key", "suggestion__report__key__parent")
    return list(suggestion.verdicts.select_related(*sealed_by).order_by("-at", "-id"))


def heard(suggestion: Suggestion) -> Picture:
    """The episode as the suggestion has it now."""
    return picture(suggestion.report.answers, suggestion.assessment)


def texts_in(assessment: Mapping[str, Any]) -> dict[str, Picture]:
    """What each text of an assessment shows by itself, by where it stands."""
    return {str(row["where"]): picture({}, row) for row in assessment.get("texts", ())}


def unjudged_texts(suggestion: Suggestion) -> dict[str, Picture]:
    """The texts that were not there when the newest verdict was given; all without a verdict.

    A verdict from before texts were kept one by one is taken to have been given on all.
    """
    now, newest = texts_in(suggestion.assessment), next(iter(verdicts_of(suggestion)), None)
    if newest is None:
        return now
    if "texts" not in newest.assessment:
        return {}
    judged = texts_in(newest.assessment)
    return {where: seen for where, seen in now.items() if where not in judged}


def not_judged(suggestion: Suggestion) -> Picture:
    """What of the suggestion no person has judged yet; an empty picture when nothing is left.

    A verdict counts for the suggestion it was given on, and for whatever it says itself. One
    that does not say what it was given on counts for all. A text that came later was judged by
    nobody, also when it says the same again.
    """
    now, newest = heard(suggestion), next(iter(verdicts_of(suggestion)), None)
    if newest is None:
        return now
    on = Picture.from_dict(newest.given_on) if newest.given_on else now
    left = graver(now, [on, Picture(tuple(newest.kinds), newest.severity, newest.urgency)])
    return reduce(together, unjudged_texts(suggestion).values(), left)
