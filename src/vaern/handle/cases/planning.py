"""Laying the plan over a case: its tasks with owners and due times."""

from datetime import datetime

from django.db.models import QuerySet

from vaern.handle.cases import rules
from vaern.handle.cases.changing import Change
from vaern.handle.cases.letting_in import Entry, entry_of
from vaern.handle.cases.models import Case, Task, TaskState
from vaern.handle.cases.situation import judged, situation_of
from vaern.handle.cases.staffing import Staff
from vaern.handle.cases.timed import Wanted, fit, refit
from vaern.handle.cases.wanting import wanted_in
from vaern.handle.plans.actions import steps_of
from vaern.handle.plans.rules import Situation
from vaern.handle.plans.steps import PHASES, Step

LOOK_AGAIN = "look_again"
"""How the steps begin that come with a reopened case or with new danger; no plan asks for them or
takes them away."""


def judge_again(case: Case, now: datetime) -> Situation:
    """Write the finding on the case's facts into the case; what the plan sees of it.

    A sender from the workplace stays one also where it is judged to be no harassment: nobody
    is sent to a manager who may have written it.
    """
    finding = judged(case, now)
    inside = rules.INTERNAL if finding.external is False else ""
    case.finding, case.regime = finding.to_dict(), finding.regime or inside
    return situation_of(case, finding, now)


def lay_out(
    change: Change, situation: Situation, staff: Staff, *, harassment: bool = True
) -> list[Entry]:
    """Make the tasks that now apply, reopen and set aside others; done ones are never touched.

    Whoever got a task has to be let in by the caller.
    """
    case = change.case
    steps = sorted(steps_of(case.plan), key=lambda step: PHASES.index(step.phase))
    places = {step.code: place for place, step in enumerate(steps)}
    tasks = {task.mark: task for task in _tasks(case)}
    asking = harassment or situation.care_only
    wanted = wanted_in(change, steps, situation, list(tasks.values())) if asking else []
    planned = {mark: task for mark, task in tasks.items() if not task.step.startswith(LOOK_AGAIN)}
    there = {mark: (task.state, task.left) for mark, task in planned.items()}
    plan = rules.replan([one.mark for one in wanted], there)
    new = [one for one in wanted if one.mark in plan.new]
    made = [_task(change, one, places[one.step.code], staff) for one in new]
    _make(change, made)
    for one in wanted:
        if one.mark in tasks:
            made += _renewed(change, tasks[one.mark], one, staff, again=one.mark in plan.again)
    for mark in plan.gone:
        _set_aside(change, tasks[mark], "plan")
    owners = {task.owner: task.role for task in reversed(made) if task.owner}
    return [entry_of(case, owner, role, "plan") for owner, role in owners.items()]


def _renewed(
    change: Change, task: Task, wanted: Wanted, staff: Staff, *, again: bool
) -> list[Task]:
    """The task again, where it came back or has a new owner."""
    if again:
        _man_again(change, task, wanted, staff)
    _renew(change, task, wanted, again=again)
    return [task] if _to_hr(change, task, wanted, staff) or again else []


def _tasks(case: Case) -> QuerySet[Task]:
    return case.tasks.select_related("case__key__parent", "owner__workplace__key")


def _make(change: Change, tasks: list[Task]) -> None:
    Task.objects.bulk_create(tasks)
    for task in tasks:
        change.record("task.made", task, step=task.step)


def _man_again(change: Change, task: Task, wanted: Wanted, staff: Staff) -> None:
    """A step that comes back goes to somebody else where its owner can own it no more."""
    owner, inside = task.owner, change.case.members.values_list("person_id", flat=True)
    if owner and owner.active and owner.pk not in staff.barred and owner.pk in inside:
        return
    held = staff.does(wanted.step, _regime(wanted, staff))
    task.owner, task.deputy = (held.owner, held.deputy) if held else (None, None)
    task.role, task.escalated = held.role.code if held else task.role, 0
    person = str(held.owner.pk) if held else None
    code = "task.assigned" if held else "task.unowned"
    change.happened(code, task, for_affected=task.for_affected, task=str(task.pk), person=person)


def _regime(wanted: Wanted, staff: Staff) -> str:
    """Internal, where the case or the message joined to it is."""
    return staff.regime if staff.regime == rules.INTERNAL else wanted.situation.regime


def _task(change: Change, wanted: Wanted, place: int, staff: Staff) -> Task:
    case, step, regime = change.case, wanted.step, _regime(wanted, staff)
    held = staff.does(step, regime)
    task = Task(
        workplace=case.workplace,
        case=case,
        step=step.code,
        part=wanted.part,
        person=wanted.person,
        since=wanted.since or change.at,
        phase=step.phase,
        order=place,
        role=held.role.code if held else staff.asked(step.roles(regime))[0],
        owner=held.owner if held else None,
        deputy=held.deputy if held else None,
        required=step.required,
        for_affected=step.for_affected,
        text=_words(step),
    )
    fit(task, wanted)
    return task


def _words(step: Step) -> dict[str, object]:
    return {
        "title": step.title.to_dict(),
        "instruction": step.instruction.to_dict(),
        "proof": step.proof.to_dict(),
        "told": step.told.to_dict() if step.told else None,
        "source": list(step.source),
        "contact": step.contact,
    }


def _renew(change: Change, task: Task, wanted: Wanted, *, again: bool) -> None:
    """Facts that were corrected move a deadline of the law; a step may come back.

    What comes back starts over; a step that waited for the morning is not left waiting when
    danger turns acute.
    """
    if again:
        task.state, task.left, task.since = TaskState.OPEN, "", change.at
    if task.state != TaskState.OPEN:
        return
    new, moved = refit(task, wanted, change.at, again=again)
    if moved:
        task.escalated = 0
    if new or again:
        task.save()
    if again or moved:
        code = "task.again" if again else "task.moved"
        change.happened(code, task, for_affected=task.for_affected, task=str(task.pk))


def _to_hr(change: Change, task: Task, wanted: Wanted, staff: Staff) -> bool:
    """The sender turned out to be from the workplace: the role for that takes the step over."""
    (role, *_rest) = wanted.step.roles(wanted.situation.regime)
    internal = wanted.situation.regime == rules.INTERNAL and role == wanted.step.internal_role
    held = staff.holding(role) if internal and task.role != role else None
    if held is None or task.state != TaskState.OPEN:
        return False
    task.role, task.owner, task.deputy, task.escalated = role, held.owner, held.deputy, 0
    task.save()
    person = str(held.owner.pk)
    shown = task.for_affected
    change.happened("task.assigned", task, for_affected=shown, task=str(task.pk), person=person)
    return True


def _set_aside(change: Change, task: Task, left: str) -> None:
    task.state, task.left = TaskState.NOT_RELEVANT, left
    task.save()
    change.happened("task.left", task, for_affected=task.for_affected, task=str(task.pk), left=left)


def set_aside_all(change: Change, left: str) -> None:
    """No open task is left in the case; the timeline says so in one row."""
    waiting = list(change.case.tasks.filter(state=TaskState.OPEN))
    for task in waiting:
        task.case = change.case
        task.state, task.left = TaskState.NOT_RELEVANT, left
        task.save()
        change.record("task.left", task, task=str(task.pk), left=left)
    if waiting:
        change.happened("case.steps_left", for_affected=False, steps=len(waiting))
