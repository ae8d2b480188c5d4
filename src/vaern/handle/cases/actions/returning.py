"""Steps that were set aside and come back, since more was told that nobody has judged."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from vaern.handle.cases.actions.reopening import look_again
from vaern.handle.cases.actions.tasks import reason_to_comment
from vaern.handle.cases.changing import Change
from vaern.handle.cases.models import Case, TaskState
from vaern.handle.cases.planning import LOOK_AGAIN
from vaern.handle.triage.episode import Picture

ACUTE = 3
DANGER = 2
"""The urgency from which what was told brings the first steps back whoever set them aside."""

AT_ONCE = timedelta(minutes=15)
"""How soon somebody looks where the first steps were done before the danger was told."""


def left_by_closing(case: Case) -> bool:
    """Did closing set steps aside that nobody has taken up since?"""
    return case.tasks.filter(state=TaskState.NOT_RELEVANT, left="closed").exists()


@contextmanager
def coming_back(change: Change, fresh: Picture) -> Iterator[None]:
    """Lay the plan inside it: what closing set aside is the plan's to ask for again.

    So are acute steps a person had set aside, where ``fresh`` tells of danger; why they were
    stays as a comment. Done ones stand, and somebody looks at the case again.
    """
    gone = change.case.tasks.filter(state=TaskState.NOT_RELEVANT)
    gone = gone.exclude(step__startswith=LOOK_AGAIN)
    gone.filter(left="closed").update(left="plan")
    own = gone.filter(left="", phase="acute") if fresh.urgency >= DANGER else gone.none()
    marks = list(own.values_list("pk", flat=True))
    own.update(left="plan")
    yield
    change.case.tasks.filter(pk__in=marks, state=TaskState.NOT_RELEVANT).update(left="")
    for task in change.case.tasks.filter(pk__in=marks, state=TaskState.OPEN):
        task.case = change.case
        reason_to_comment(change, task)
        task.save()
    done = change.case.tasks.filter(phase="acute", state=TaskState.DONE)
    if fresh.urgency >= ACUTE and done.exists():
        look_again(change, AT_ONCE, danger=True)
