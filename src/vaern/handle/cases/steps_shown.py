"""A step of the plan as a page shows it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from django.urls import reverse

from vaern.handle.cases import clocks_shown, wording
from vaern.handle.cases.clocks_shown import ClockShown
from vaern.handle.cases.models import Task, TaskState


@dataclass(frozen=True)
class StepShown:
    """A task in the reader's language; ``source`` is only there for a deadline of the law.

    ``listed`` is the title on a list others may glance at: it names nobody. ``told`` is what the
    affected person reads in place of the title; ``law`` is what the rules
    say with the deadline.
    """

    task: Task
    title: str
    listed: str
    told: str
    instruction: str
    proof: str
    source: str
    source_url: str
    owner: str
    role: str
    deputy: str
    done_by: str
    url: str
    clock: ClockShown
    law: str

    @property
    def is_open(self) -> bool:
        return self.task.state == TaskState.OPEN


@dataclass(frozen=True)
class PhaseShown:
    """The steps of one phase: what is open first, then what is done."""

    words: str
    steps: list[StepShown]

    @property
    def left(self) -> int:
        """How many are still open."""
        return sum(step.is_open for step in self.steps)


def shown(task: Task) -> StepShown:
    """The task with its words. The names of owner and deputy must be at hand."""
    sources = _sources(task)
    named = [one for one in sources if not one.startswith("http")]
    links = [one for one in sources if one.startswith("http")]
    title = wording.own_words(task.text.get("title"))
    told = wording.own_words(task.text.get("told")) or title
    return StepShown(
        task=task,
        title=_with(title, clocks_shown.person_of(task), clocks_shown.message_of(task)),
        listed=_with(title, clocks_shown.message_of(task)),
        told=_with(told, clocks_shown.message_of(task)),
        instruction=wording.own_words(task.text.get("instruction")),
        proof=wording.own_words(task.text.get("proof")),
        source=(named or [host(link) for link in links] or [""])[0],
        source_url=(links or [""])[0],
        owner=task.owner.name if task.owner else "",
        role=wording.role_words(task.role),
        deputy=task.deputy.name if task.deputy else "",
        done_by=task.done_by.name if task.done_by else "",
        url=reverse("cases:task", args=[task.pk]),
        clock=clocks_shown.shown(task),
        law=wording.own_words(task.text.get("law")),
    )


def _with(words: str, *about: str) -> str:
    """The words, and in brackets what tells the step from others like it."""
    said = ", ".join(one for one in about if one)
    return f"{words} ({said})" if said else words


def by_phase(tasks: Iterable[Task]) -> list[PhaseShown]:
    """All steps, phase by phase as they come."""
    ordered = sorted(tasks, key=_place)
    return [
        PhaseShown(wording.phase_words(phase), [shown(task) for task in group])
        for phase, group in groupby(ordered, key=lambda task: task.phase)
    ]


def next_up(tasks: Iterable[Task], most: int) -> list[StepShown]:
    """What comes next, soonest first."""
    waiting = [task for task in tasks if task.state == TaskState.OPEN]
    return [shown(task) for task in sorted(waiting, key=lambda task: task.due_at)[:most]]


def lacks_owner(task: Task) -> bool:
    """Nobody has the step, and it is to be done."""
    return task.state == TaskState.OPEN and task.owner_id is None


def clocks(tasks: Iterable[Task]) -> list[StepShown]:
    """The open deadlines of the law and the times set for one, soonest first."""
    return [step for step in next_up(tasks, 100) if step.task.statutory or step.task.clock]


def host(link: str) -> str:
    """The name of the site a link leads to."""
    return link.split("/")[2].removeprefix("www.") if link.count("/") > 1 else link


def _sources(task: Task) -> list[str]:
    source = task.text.get("source") or []
    return [source] if isinstance(source, str) else list(source)


def _place(task: Task) -> tuple[int, bool, datetime, int]:
    return (
        wording.phase_place(task.phase),
        task.state != TaskState.OPEN,
        task.due_at,
        task.order,
    )
