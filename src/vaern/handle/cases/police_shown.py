"""The report to the police as the case's pages show it: number, date, by whom, and what follows."""

from collections.abc import Iterable
from dataclasses import dataclass

from vaern.handle.cases import evidence_shown, steps_shown
from vaern.handle.cases.evidence_shown import ContactShown
from vaern.handle.cases.models import Contact, Task, TaskState
from vaern.handle.cases.steps_shown import StepShown

POLICE = "police"
FOLLOW_UP = "police_follow_up"
"""How the steps begin in which the police are asked where the case stands."""


@dataclass(frozen=True)
class PoliceShown:
    """``reports`` have a journal number, newest first; ``follow_up`` is the next time we ask."""

    reports: list[ContactShown]
    follow_up: StepShown | None


def shown(contacts: Iterable[Contact], tasks: Iterable[Task]) -> PoliceShown | None:
    """What is known of the police; None while it is not reported."""
    found = [one for one in contacts if one.kind == POLICE and one.reference]
    if not found:
        return None
    coming = [t for t in tasks if t.step.startswith(FOLLOW_UP) and t.state == TaskState.OPEN]
    nearest = steps_shown.next_up(coming, 1)
    return PoliceShown([evidence_shown.contact(one) for one in found], next(iter(nearest), None))
