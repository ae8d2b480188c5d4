"""Laying the plan over a case: its tasks with owners and due times."""

from datetime import datetime

from django.db.models import QuerySet

from vaern.handle.cases import rules
from vaern.handle.cases.changing import Change
from vaern.handle.cases.letting_in import Entry, entry_of
from vaern.handle.cases.models import Case, Task, TaskState
from vaern.handle.cases.situation import judged, situation_of
from vaern.handle.cases.staffing import Staff
from vaern.handle.plans.actions import steps_of
from vaern.handle.plans.rules import Situation, steps_for, times
from vaern.handle.plans.steps import PHASES, Step

LOOK_AGAIN = "look_again"
"""How the steps begin that come with a reopened case; no plan asks for them or takes them away."""


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
    wanted = steps_for(steps, situation) if harassment or situation.care_only else ()
    tasks = {task.step: task for task in _tasks(case)}
    planned = {code: task for code, task in tasks.items() if not code.startswith(LOOK_AGAIN)}
    there = {code: (task.state, task.left) for code, task in planned.items()}
    plan = rules.replan([step.code for step in wanted], there)
    new = [step for step in wanted if step.code in plan.new]
    made = [_task(case, step, places[step.code], situation, staff) for step in new]
    _make(change, made)
    for step in wanted:
        if step.code in plan.again:
            _man_again(change, tasks[step.code], step, staff)
            made.append(tasks[step.code])
        if step.code in tasks:
            _renew(change, tasks[step.code], step, situation, again=step.code in plan.again)
    for code in plan.gone:
        _set_aside(change, tasks[code], "plan")
    owners = {task.owner: task.role for task in reversed(made) if task.owner}
    return [entry_of(case, owner, role, "plan") for owner, role in owners.items()]


def _tasks(case: Case) -> QuerySet[Task]:
    return case.tasks.select_related("case__key__parent", "owner__workplace__key")


def _make(change: Change, tasks: list[Task]) -> None:
    Task.objects.bulk_create(tasks)
    for task in tasks:
        change.record("task.made", task, step=task.step)


def _man_again(change: Change, task: Task, step: Step, staff: Staff) -> None:
    """A step that comes back goes to somebody else where its owner can own it no more."""
    owner, inside = task.owner, change.case.members.values_list("person_id", flat=True)
    if owner and owner.active and owner.pk not in staff.barred and owner.pk in inside:
        return
    held = staff.does(step)
    task.owner, task.deputy = (held.owner, held.deputy) if held else (None, None)
    task.role, task.escalated = held.role.code if held else task.role, 0
    person = str(held.owner.pk) if held else None
    code = "task.assigned" if held else "task.unowned"
    change.happened(code, task, for_affected=task.for_affected, task=str(task.pk), person=person)


def _task(case: Case, step: Step, place: int, situation: Situation, staff: Staff) -> Task:
    held = staff.does(step)
    earliest, due = times(step, case.opened_at, situation.deadlines)
    return Task(
        workplace=case.workplace,
        case=case,
        step=step.code,
        phase=step.phase,
        order=place,
        role=held.role.code if held else staff.asked(step.roles(staff.regime))[0],
        owner=held.owner if held else None,
        deputy=held.deputy if held else None,
        earliest_at=earliest,
        due_at=due,
        statutory=step.statutory,
        required=step.required,
        for_affected=step.for_affected,
        text=_words(step),
    )


def _words(step: Step) -> dict[str, object]:
    return {
        "title": step.title.to_dict(),
        "instruction": step.instruction.to_dict(),
        "proof": step.proof.to_dict(),
        "told": step.told.to_dict() if step.told else None,
        "source": list(step.source),
        "contact": step.contact,
    }


def _renew(change: Change, task: Task, step: Step, situation: Situation, *, again: bool) -> None:
    """Facts that were corrected move a deadline of the law; a step may come back."""
    if again:
        task.state, task.left = TaskState.OPEN, ""
    earliest, due = times(step, change.case.opened_at, situation.deadlines)
    moved = bool(step.due.deadline) and task.state == TaskState.OPEN and due != task.due_at
    if moved:
        task.earliest_at, task.due_at, task.escalated = earliest, due, 0
    if again or moved:
        task.save()
        code = "task.again" if again else "task.moved"
        change.happened(code, task, for_affected=task.for_affected, task=str(task.pk))


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
