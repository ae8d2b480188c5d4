"""The case as the affected person and the reporter see it: what is done, by whom and when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone

from vaern.ground.law.entries import latest
from vaern.handle.cases import (
    access,
    findings_shown,
    people_shown,
    police_shown,
    steps_shown,
    wording,
)
from vaern.handle.cases.access import CaseView
from vaern.handle.cases.away_shown import with_absences
from vaern.handle.cases.doubt import from_inside
from vaern.handle.cases.findings_shown import Sourced
from vaern.handle.cases.models import Task, TaskState
from vaern.handle.cases.people_shown import PersonShown
from vaern.handle.cases.police_shown import PoliceShown
from vaern.handle.cases.situation import NOT_HARASSMENT
from vaern.handle.cases.strands import spans_for
from vaern.handle.reports.access import additions_for
from vaern.handle.reports.models import Addition, Report

POLICE = "police_72h"
NEXT = 3
"""Steps shown at once; the rest is there for who asks. A tired person reads three."""

CALL = "take_over"
"""The step in which somebody talks to the affected person."""


@dataclass(frozen=True)
class ReportShown:
    """A report with what the reader told since and the words back, oldest first."""

    report: Report
    additions: list[Addition]


def own_context(seen: CaseView, now: datetime) -> dict[str, Any]:
    """Everything on the page of the affected person or the reporter."""
    tasks = [t for t in access.tasks_of(seen) if t.state != TaskState.NOT_RELEVANT]
    reports = list(access.reports_of(seen))
    told = [ReportShown(each, additions_for(seen.person, each)) for each in reports]
    coming = steps_shown.next_up(tasks, len(tasks))
    return {
        "seen": seen,
        "case": seen.case,
        "outcome": wording.law_label("outcomes", seen.case.outcome),
        "done": [steps_shown.shown(t) for t in tasks if t.state == TaskState.DONE],
        "coming": coming[:NEXT],
        "later": coming[NEXT:],
        "nobody": nobody(tasks),
        "helpers": helpers(seen),
        "reports": told,
        "words": [word for word in words_to(told) if word.text != seen.case.closing_word],
        "police": police_right(seen, now),
        "reported": _reported(seen, tasks),
        "inside": from_inside(seen.case),
        "other": _other(seen),
        "judged_not": bool(seen.case.facts.get(NOT_HARASSMENT)),
        "not_digital": seen.case.finding.get("digital") is False,
    }


def _reported(seen: CaseView, tasks: list[Task]) -> PoliceShown | None:
    """The report to the police, which the affected person needs to know; others do not."""
    return police_shown.shown(access.contacts_of(seen), tasks) if seen.is_affected else None


def _other(seen: CaseView) -> str:
    """Whom it hit, where that is not the reader."""
    person = seen.case.affected
    return person.name if person is not None and person != seen.person else ""


def nobody(tasks: Iterable[Task]) -> bool:
    """Is there something to do for the reader, and nobody to do it?"""
    waiting = [task for task in tasks if task.state == TaskState.OPEN]
    return bool(waiting) and all(steps_shown.lacks_owner(task) for task in waiting)


def helpers(seen: CaseView) -> list[PersonShown]:
    """Those who handle or support the case; who is away today, and who stands in."""
    people = people_shown.members(access.members_of(seen))
    return with_absences(seen.case, [one for one in people if one.helps], timezone.now())


def words_to(told: Iterable[ReportShown]) -> list[Addition]:
    """The words back, newest first; a word about joined reports is shown once."""
    words = [word for one in told for word in one.additions if word.to_reporter]
    once = {(word.at.replace(microsecond=0), word.text): word for word in words}
    return sorted(once.values(), key=lambda word: word.at, reverse=True)


@dataclass(frozen=True)
class PoliceRight:
    """Until when a police report keeps compensation open, and the rule's source."""

    until: datetime | None
    passed: bool
    source: Sourced


def police_right(seen: CaseView, now: datetime) -> PoliceRight | None:
    """The right as it stands for the nearest of the person's own messages; None where a police
    report is not what the case is about."""
    spans = spans_for(seen.case, seen.person, POLICE, now)
    if not spans:
        return None
    ends = sorted(span.due_at for span in spans if span.due_at)
    until = next((end for end in ends if end >= now), ends[-1] if ends else None)
    rule = latest("deadlines", POLICE)
    source = findings_shown.sourced(rule.text(wording.language()), rule.source)
    return PoliceRight(until, bool(until and now > until), source)


def call(tasks: Iterable[Task]) -> steps_shown.StepShown | None:
    """The step in which the affected person is talked to; else the first that is for them."""
    waiting = [task for task in tasks if task.state == TaskState.OPEN and task.owner_id]
    wanted = [task for task in waiting if task.step == CALL]
    soonest = sorted(wanted or waiting, key=lambda task: task.due_at)
    return steps_shown.shown(soonest[0]) if soonest else None
