"""``vaern case list`` and ``show``: state, steps and deadlines in neutral words. Recorded."""

from collections import Counter
from datetime import datetime
from typing import Any

import click
from django.db.models import QuerySet
from django.utils import timezone
from django_scopes import scope

from vaern.faces.cli.json_out import written
from vaern.faces.cli.workplaces import chosen
from vaern.ground.audit.actions import recording
from vaern.ground.people.calendar import zone_of
from vaern.ground.people.models import Workplace
from vaern.handle.cases.models import Case, Task, TaskState
from vaern.handle.cases.rules import clock_state, urgency_key
from vaern.handle.plans.timing import PROPOSED

Row = dict[str, Any]


def list_all(workplace: str | None, as_json: bool) -> None:
    """Every case: open ones first, the most urgent on top."""
    place = chosen(workplace)
    with scope(workplace=place):
        cases = sorted(_cases(place), key=_order)
        with recording(workplace=place, by=None) as record:
            record("case.listed", place, cases=len(cases))
        rows = [_brief(case) for case in cases]
    if as_json:
        click.echo(written(rows))
        return
    for row in rows:
        click.echo(_line(row))
    if not rows:
        click.echo("No cases.")


def show(reference: str, workplace: str | None, as_json: bool) -> None:
    """One case. Ends with a message when there is none of that reference."""
    place = chosen(workplace)
    with scope(workplace=place):
        case = _called(place, reference)
        with recording(workplace=place, by=None) as record:
            record("case.viewed_by_command", case)
        row = _whole(case)
    if as_json:
        click.echo(written(row))
        return
    click.echo(_line(row))
    for task in row["tasks"]:
        click.echo(_task_line(task))


def _cases(workplace: Workplace) -> QuerySet[Case]:
    rows = Case.objects.filter(workplace=workplace).prefetch_related("tasks")
    sealed_by = ("workplace__key", "unit__workplace__key", "key__parent", "joined_into")
    return rows.select_related(*sealed_by)


def _called(workplace: Workplace, reference: str) -> Case:
    year, _, number = reference.strip().partition("-")
    if year.isdecimal() and number.isdecimal() and len(year) < 5 and len(number) < 9:
        case = _cases(workplace).filter(year=int(year), number=int(number)).first()
        if case is not None:
            return case
    raise click.ClickException(
        f"There is no case {reference}. `vaern case list` shows which there are."
    )


def _order(case: Case) -> tuple[Any, ...]:
    due = _next_due(case)
    return (case.state != "open", urgency_key(case.urgency, due, case.opened_at))


def _next_due(case: Case) -> datetime | None:
    return min((t.due_at for t in case.tasks.all() if t.state == TaskState.OPEN), default=None)


def _brief(case: Case) -> Row:
    """What a list shows of a case: codes, numbers and times, nobody's name, nobody's words."""
    tasks, now = list(case.tasks.all()), timezone.now()
    states = Counter(str(task.state) for task in tasks)
    late = [t for t in tasks if _clock(t, now) == "overdue"]
    return {
        "case": case.reference,
        "state": str(case.state),
        "urgency": case.urgency,
        "severity": case.severity or None,
        "kinds": list(case.kinds),
        "regime": case.regime or None,
        "unit": case.unit.name if case.unit else None,
        "opened_at": _time(case, case.opened_at),
        "closed_at": _time(case, case.closed_at),
        "outcome": case.outcome or None,
        "joined_into": case.joined_into.reference if case.joined_into else None,
        "next_due_at": _time(case, _next_due(case)),
        "steps": {
            "open": states["open"],
            "overdue": len(late),
            "done": states["done"],
            "not_relevant": states["not_relevant"],
        },
    }


def _whole(case: Case) -> Row:
    now = timezone.now()
    tasks = sorted(case.tasks.all(), key=lambda task: task.order)
    return {**_brief(case), "tasks": [_task(case, task, now) for task in tasks]}


def _task(case: Case, task: Task, now: datetime) -> Row:
    task.case = case
    title = task.text["title"]
    return {
        "step": task.step,
        "phase": task.phase,
        "title": {"da": title["da"], "en": title["en"]},
        "role": task.role or None,
        "has_owner": task.owner_id is not None,
        "state": str(task.state),
        "clock": _clock(task, now),
        "earliest_at": _time(case, task.earliest_at),
        "due_at": _time(case, task.due_at),
        "done_at": _time(case, task.done_at),
        "statutory": task.statutory,
        "due_by": task.clock or "plan",
        "law_due_at": _time(case, task.law_due_at),
        "happened_at": _time(case, task.happened_at),
        "confirmed": task.clock != PROPOSED,
        "required": task.required,
    }


def _clock(task: Task, now: datetime) -> str | None:
    """far, soon or overdue; None when the step is settled."""
    return clock_state(task.due_at, now) if task.state == TaskState.OPEN else None


def _time(case: Case, moment: datetime | None) -> str | None:
    """By the workplace's clock, to the second."""
    if moment is None:
        return None
    return moment.astimezone(zone_of(case.workplace)).isoformat(timespec="seconds")


def _line(row: Row) -> str:
    steps = row["steps"]
    parts = [row["case"], row["state"], f"urgency {row['urgency']}", "+".join(row["kinds"]) or "-"]
    parts.append(f"{steps['done']} done, {steps['open']} open, {steps['overdue']} overdue")
    if row["next_due_at"]:
        parts.append(f"next {row['next_due_at'][:16].replace('T', ' ')}")
    return "  ".join(parts)


def _task_line(task: Row) -> str:
    marks = " (by law)" if task["statutory"] else ""
    marks += "" if task["confirmed"] else " (proposed rule, not confirmed)"
    state = task["clock"] if task["clock"] == "overdue" else task["state"]
    due = task["due_at"][:16].replace("T", " ")
    return f"  {due}  {state:<12} {task['title']['en']}{marks}"
