"""The suggestion about a report, for those who have been let in to the report."""

from vaern.handle.reports.models import Report
from vaern.handle.triage.models import Suggestion, Verdict


def suggestion_of(report: Report) -> Suggestion | None:
    """What the engine suggested; None while the report waits for it."""
    sealed_by = ("report__key__parent", "report__workplace__key")
    return Suggestion.objects.filter(report=report).select_related(*sealed_by).first()


def verdicts_of(suggestion: Suggestion) -> list[Verdict]:
    """What people said about it, newest first; the first one counts."""
    sealed_by = ("person__workplace__key", "suggestion__report__key__parent")
    return list(suggestion.verdicts.select_related(*sealed_by).order_by("-at", "-id"))
