"""What people at the workplace do with an episode in the demo, each by the action the pages use."""

from collections.abc import Callable, Sequence
from typing import Any

from vaern.faces.cli.demo.staffing import Staff
from vaern.ground.people.models import Person
from vaern.handle.cases import actions as cases
from vaern.handle.cases.models import Case, Task
from vaern.handle.evidence import actions as evidence
from vaern.handle.evidence.models import Item
from vaern.handle.reports import actions as reports
from vaern.handle.reports.models import Report

Verb = Callable[..., Any]
VERBS: dict[str, Verb] = {}


def verb(name: str) -> Callable[[Verb], Verb]:
    """Let the episodes' files say ``do = "name"``."""

    def note(act: Verb) -> Verb:
        VERBS[name] = act
        return act

    return note


def case_of(report: Report) -> Case:
    rows = Case.objects.select_related("key__parent", "workplace__key")
    return rows.get(casereports__report=report)


def task_of(report: Report, step: str) -> Task:
    """The step in the report's case. Raises LookupError: the plan did not ask for it."""
    case = case_of(report)
    task = Task.objects.filter(case=case, step=step).first()
    if task is None:
        there = ", ".join(Task.objects.filter(case=case).values_list("step", flat=True))
        raise LookupError(f"the plan has no step {step} here; it has {there}")
    task.case = case
    return task


def told(happened: object, what: str) -> None:
    """The story says that something was done that the house says was done before."""
    if not happened:
        raise LookupError(f"nothing happened: {what}")


@verb("done")
def done(staff: Staff, report: Report, by: Person, *, step: str, result: str) -> None:
    told(cases.complete(task=task_of(report, step), result=result, by=by), step)


@verb("not_relevant")
def not_relevant(staff: Staff, report: Report, by: Person, *, step: str, reason: str) -> None:
    told(cases.set_not_relevant(task=task_of(report, step), reason=reason, by=by), step)


@verb("note")
def note(staff: Staff, report: Report, by: Person, *, text: str) -> None:
    cases.add_note(case=case_of(report), by=by, text=text)


@verb("contact")
def contact(
    staff: Staff, report: Report, by: Person, *, kind: str, reference: str, who: str
) -> None:
    cases.record_contact(case=case_of(report), kind=kind, reference=reference, who=who, by=by)


@verb("confirm")
def confirm(staff: Staff, report: Report, by: Person, *, reason: str = "") -> None:
    told(cases.confirm(case=case_of(report), by=by, reason=reason), "confirm")


@verb("overrule")
def overrule(
    staff: Staff,
    report: Report,
    by: Person,
    *,
    harassment: bool,
    kinds: Sequence[str],
    urgency: int,
    severity: str,
    reason: str,
) -> None:
    cases.overrule(
        case=case_of(report),
        by=by,
        harassment=harassment,
        kinds=kinds,
        urgency=urgency,
        severity=severity,
        reason=reason,
    )


@verb("look")
def look(staff: Staff, report: Report, by: Person) -> None:
    """Look at every piece of evidence; each look is recorded."""
    for item in Item.objects.filter(key=report.key_id).select_related("key__parent"):
        item.workplace = staff.workplace
        evidence.look(item=item, by=by)


@verb("word")
def word(staff: Staff, report: Report, by: Person, *, text: str) -> None:
    """A word to the person it is about."""
    reports.tell_reporter(report=report, by=by, text=text)


@verb("let_in")
def let_in(staff: Staff, report: Report, by: Person, *, person: str, part: str, why: str) -> None:
    who = staff.people[person]
    told(cases.let_in(case=case_of(report), person=who, part=part, why=why, by=by), person)


@verb("close")
def close(
    staff: Staff, report: Report, by: Person, *, outcome: str, word: str, reason: str
) -> None:
    told(
        cases.close(case=case_of(report), outcome=outcome, word=word, reason=reason, by=by), "close"
    )
