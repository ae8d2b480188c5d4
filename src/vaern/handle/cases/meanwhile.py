"""What happened in a case while somebody had its page open: an old page overwrites nothing."""

from uuid import UUID

from django.db.models import QuerySet

from vaern.handle.cases.changing import Change
from vaern.handle.cases.models import Case, Event

DECIDING = (
    "case.corrected", "case.reopened", "case.took_in", "evidence.added", "report.added_to",
    "sender.asked", "sender.confirmed", "sender.dismissed", "task.again", "triage.confirmed", "triage.overruled",
    "triage.raised", "word.given",
)  # fmt: skip
"""What a person should have seen before they judge, correct or close."""


class Overtaken(Exception):
    """The case was changed after the page was opened. Nothing is changed; look, and say it again."""


def mark(case: Case) -> str:
    """How far the case has come: goes with a form, and back with the answer."""
    newest = _deciding(case).values_list("pk", flat=True).first()
    return str(newest) if newest else ""


def since(case: Case, seen: str) -> list[Event]:
    """What happened after a page with this mark was drawn, newest first."""
    listed = _deciding(case).select_related("case__key__parent", "actor__workplace__key")
    last = next((event for event in listed if str(event.pk) == seen), None)
    return [event for event in listed if last is None or _place(event) > _place(last)]


def hold(change: Change, seen: str | None) -> None:
    """Raises :class:`Overtaken` when the page was drawn before the newest of it; None is no page."""
    if seen is not None and seen != mark(change.case):
        raise Overtaken(change.case.reference)


def _deciding(case: Case) -> QuerySet[Event]:
    return Event.objects.filter(case=case, code__in=DECIDING).order_by("-at", "-id")


def _place(event: Event) -> tuple[object, UUID]:
    return event.at, event.pk
