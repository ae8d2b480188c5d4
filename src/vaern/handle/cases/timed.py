"""Giving a task its times, and giving it new ones when the facts say so."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from vaern.ground.people.models import Person
from vaern.handle.cases.models import Task
from vaern.handle.plans.rules import Situation
from vaern.handle.plans.steps import Step
from vaern.handle.plans.timing import LAW, Times, times


@dataclass(frozen=True)
class Wanted:
    """A step the plan asks for in a case: of which strand or turn, about whom, since when."""

    step: Step
    situation: Situation
    part: str = ""
    person: Person | None = None
    since: datetime | None = None
    happened_at: datetime | None = None

    @property
    def mark(self) -> str:
        """As `Task.mark`."""
        return f"{self.step.code}/{self.part}" if self.part else self.step.code


def fit(task: Task, wanted: Wanted) -> None:
    """The times of a task that is new in the case."""
    _put(task, wanted, times(wanted.step, task.came_in, wanted.situation))


def refit(task: Task, wanted: Wanted, at: datetime, *, again: bool) -> tuple[bool, bool]:
    """The times as they are now; (is anything new, is the due time new)."""
    before, due = _kept(task), task.due_at
    found = _now(task, wanted, at, again=again)
    if found is not None:
        _put(task, wanted, found)
    return _kept(task) != before, task.due_at != due


def _now(task: Task, wanted: Wanted, at: datetime, *, again: bool) -> Times | None:
    """None: the time stands. Only facts move a deadline of the law, and danger what waited."""
    step = wanted.step
    if again or step.due.deadline:
        return times(step, task.came_in, wanted.situation)
    sooner = times(step, at, wanted.situation)
    hurry = step.phase == "acute" and wanted.situation.acute
    return sooner if hurry and sooner.due_at < task.due_at else None


def _put(task: Task, wanted: Wanted, found: Times) -> None:
    step = wanted.step
    span = wanted.situation.deadlines.get(step.due.deadline)
    task.earliest_at, task.due_at = found.earliest_at, found.due_at
    task.clock, task.law_due_at = found.clock, found.law_due_at
    task.statutory = found.clock == LAW
    task.happened_at = wanted.happened_at if step.due.deadline else None
    law = span.note.to_dict() if span and span.note else None
    if task.text.get("law") != law:
        task.text = {**task.text, "law": law}


def _kept(task: Task) -> tuple[Any, ...]:
    moments = (task.earliest_at, task.due_at, task.law_due_at, task.happened_at)
    return (*moments, task.clock, task.statutory, task.text.get("law"))
