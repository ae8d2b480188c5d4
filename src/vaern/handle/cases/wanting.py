"""What the plan asks for in a case: once for the case, again in time, and for each strand."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from vaern.handle.cases.changing import Change
from vaern.handle.cases.models import Task, TaskState
from vaern.handle.cases.situation import facts_of
from vaern.handle.cases.strands import keeping_clocks, strands_of
from vaern.handle.cases.timed import Wanted
from vaern.handle.plans.rules import Situation, steps_for
from vaern.handle.plans.steps import Due, Step


def wanted_in(
    change: Change, steps: Sequence[Step], situation: Situation, tasks: Sequence[Task]
) -> list[Wanted]:
    """Every step that now applies, phase by phase; those of the case itself come first."""
    case, found = change.case, []
    situation = keeping_clocks(case, situation, change.at)
    here = facts_of(case).occurred_at
    for step in steps_for(steps, situation):
        about = case.affected if step.each or step.statutory else None
        first = Wanted(step, situation, person=about, happened_at=here)
        found.append(_turn(first, tasks) if step.due.again_hours else first)
    for strand in strands_of(case, situation, change.at):
        found += [strand.wants(s) for s in steps_for(steps, strand.situation) if strand.asks_for(s)]
    return found


def _turn(first: Wanted, tasks: Iterable[Task]) -> Wanted:
    """The turn of a step that comes again: the first not done, counted from the one before."""
    turns = {task.part: task for task in tasks if task.step == first.step.code}
    found, number = first, 1
    while (task := turns.get(found.part)) and task.state == TaskState.DONE:
        number += 1
        again = replace(first.step, due=Due(first.step.due.again_hours))
        found = replace(first, step=again, part=str(number), since=task.done_at)
    return found
