"""What handlers do with the steps: give them to somebody, do them, or set them aside."""

from datetime import timedelta

from vaern.ground.people.models import Person, Role
from vaern.handle.cases.changing import Change, KeptOut, changing, said
from vaern.handle.cases.letting_in import admit, barred, part_of
from vaern.handle.cases.models import Note, Task, TaskState
from vaern.handle.cases.telling import tell_of_steps


def assign(*, task: Task, owner: Person, by: Person) -> bool:
    """Give the step to ``owner`` and let them in; False when it is theirs already.

    Raises :class:`KeptOut` for who is kept out and for the affected person herself.
    """
    with changing(task.case, by=by) as change:
        if owner.pk in barred(change.case):
            raise KeptOut(str(owner.pk))
        here = locked(change, task)
        if here.owner_id == owner.pk or here.state != TaskState.OPEN:
            return False
        hand_over(change, here, owner, chosen=True)
        admit(change, owner, part_of(here.role), "task")
        tell_of_steps(change, owner)
    return True


def hand_over(
    change: Change, task: Task, owner: Person | None, *, role: str = "", chosen: bool = False
) -> None:
    """The step has a new owner, or none; who is told of lateness starts from the top again.

    ``role``: the one they have it by, where it is not the step's own. ``chosen``: a person gave
    it to them, whatever their role.
    """
    task.role = role or task.role
    task.owner, task.deputy, task.escalated = owner, _deputy(change, task, owner), 0
    task.save(update_fields=["role", "owner", "deputy", "escalated"])
    person = str(owner.pk) if owner else None
    code = "task.assigned" if owner else "task.unowned"
    change.happened(
        code, task, for_affected=task.for_affected, task=str(task.pk), person=person, chosen=chosen
    )


def _deputy(change: Change, task: Task, owner: Person | None) -> Person | None:
    """The owner's stand-in in the role of the step, if they have one who may see the case."""
    role = Role.objects.filter(person=owner, code=task.role).select_related("deputy").first()
    deputy = role.deputy if role else None
    return deputy if deputy and deputy.pk not in barred(change.case) else None


def complete(*, task: Task, result: str, by: Person) -> bool:
    """The step is done, with what came of it. False when it was settled before."""
    words = said("result", result)
    with changing(task.case, by=by) as change:
        here = locked(change, task)
        if here.state != TaskState.OPEN:
            return False
        finish(change, here, words)
    return True


def finish(change: Change, task: Task, result: str) -> None:
    """Mark a step done inside an open change."""
    task.state, task.result = TaskState.DONE, result
    task.done_at, task.done_by = change.at, change.by
    task.save()
    change.happened("task.done", task, for_affected=task.for_affected, task=str(task.pk))


def set_not_relevant(*, task: Task, reason: str, by: Person) -> bool:
    """The step is not needed here, and why. False when it was settled before."""
    words = said("reason", reason)
    with changing(task.case, by=by) as change:
        here = locked(change, task)
        if here.state != TaskState.OPEN:
            return False
        here.state, here.result = TaskState.NOT_RELEVANT, words
        here.done_at, here.done_by = change.at, by
        here.save()
        change.happened(
            "task.not_relevant", here, for_affected=here.for_affected, task=str(here.pk)
        )
    return True


def take_up(*, task: Task, by: Person) -> bool:
    """A step that was set aside is needed after all; why it was not stays as a comment.

    Where its time has passed it gets a day, but a deadline of the law stays the law's. False
    when it is open or done.
    """
    with changing(task.case, by=by) as change:
        here = locked(change, task)
        if here.state != TaskState.NOT_RELEVANT:
            return False
        reason_to_comment(change, here)
        here.state, here.left, here.escalated = TaskState.OPEN, "", 0
        if not here.statutory:
            here.due_at = max(here.due_at, change.at + timedelta(days=1))
        here.save()
        change.happened("task.again", here, for_affected=here.for_affected, task=str(here.pk))
    return True


def reason_to_comment(change: Change, task: Task) -> None:
    """The step comes back: why it was set aside is a comment from now on. The caller saves it."""
    if task.result:
        note = Note(workplace=task.workplace, case=change.case, task=task, text=task.result)
        note.author, note.at = task.done_by, change.at
        note.save(force_insert=True)
    task.result, task.done_at, task.done_by = "", None, None


def locked(change: Change, task: Task) -> Task:
    """The task as it stands now; the lock on its case holds it."""
    here = Task.objects.select_related("owner__workplace__key").get(pk=task.pk, case=change.case)
    here.case = change.case
    return here
