"""What the plan asks for in a case: once for the case, again in time, and for each strand."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from vaern.handle.cases.changing import Change
from vaern.handle.cases.models import Case, Task, TaskState
from vaern.handle.cases.situation import facts_of
from vaern.handle.cases.strands import keeping_clocks, settled_in, strands_of
from vaern.handle.cases.timed import Wanted
from vaern.handle.plans.rules import Situation, steps_for
from vaern.handle.plans.steps import Due, Step


def wanted_in(
    change: Change, steps: Sequence[Step], situation: Situation, tasks: Sequence[Task]
) -> list[Wanted]:
    """Every step that now applies, phase by phase; those of the case itself come first."""
    case, found = change.case, []
    situation = keeping_clocks(case, situation, change.at)
    here, settled = facts_of(case).occurred_at, _settled(case, tasks)
    for step in steps_for(steps, situation):
        if _once(step) and step.code in settled:
            continue
        about = case.affected if step.each or step.statutory else None
        first = Wanted(step, situation, person=about, happened_at=here)
        found.append(_turn(first, tasks) if step.due.again_hours else first)
    asked = {one.step.code for one in found}
    for strand in strands_of(case, situation, change.at):
        here_too = steps_for(steps, strand.situation)
        more = [strand.wants(step) for step in here_too if strand.asks_for(step, asked)]
        found += [_turn(one, tasks) if one.step.due.again_hours else one for one in more]
        asked |= {one.step.code for one in more if _once(one.step)}
    return found


def _once(step: Step) -> bool:
    """Is the step done once for all in a case?"""
    return not (step.statutory or step.each or step.due.again_hours)


def _settled(case: Case, tasks: Iterable[Task]) -> set[str]:
    """Steps that were dealt with for a case joined into this one, and are not open here."""
    waiting = {one.step for one in tasks if not one.part and one.state == TaskState.OPEN}
    return settled_in(case) - waiting


def _turn(first: Wanted, tasks: Iterable[Task]) -> Wanted:
    """The turn of a step that comes again: the first not done, counted from the one before."""
    turns = {task.part: task for task in tasks if task.step == first.step.code}
    found, number, before = first, 1, f"{first.part}-" if first.part else ""
    while (task := turns.get(found.part)) and task.state == TaskState.DONE:
        number += 1
        again = replace(first.step, due=Due(first.step.due.again_hours))
        found = replace(first, step=again, part=f"{before}{number}", since=task.done_at)
    return found
