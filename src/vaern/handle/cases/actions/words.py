"""What is written in a case: internal notes, and contacts outside."""

from datetime import date, timedelta

from vaern.ground.people.models import Person
from vaern.handle.cases.actions.tasks import finish
from vaern.handle.cases.changing import Change, Missing, changing, said
from vaern.handle.cases.models import Case, Contact, Note, Task, TaskState

SAME_CLICK = timedelta(minutes=2)
"""The same words from the same person within this time were sent twice by accident."""


def add_note(*, case: Case, by: Person, text: str, task: Task | None = None) -> Note:
    """An internal note, to the case or to one of its steps. A double click makes one."""
    words = said("text", text)
    with changing(case, by=by) as change:
        recent = Note.objects.filter(
            case=change.case, author=by, task=task, at__gte=change.at - SAME_CLICK
        )
        for note in recent.select_related("case__key__parent"):
            if note.text == words:
                return note
        note = Note(
            workplace=case.workplace, case=change.case, author=by, at=change.at, task=task,
            text=words,
        )  # fmt: skip
        note.save(force_insert=True)
        change.happened("note.added", note, for_affected=False, task=str(task.pk) if task else None)
    return note


def record_contact(
    *,
    case: Case,
    kind: str,
    reference: str,
    who: str,
    by: Person,
    on: date | None = None,
    filed_by: str = "",
    task: Task | None = None,
) -> Contact:
    """A contact outside. With its reference it is the proof of the step that asks for one.

    ``kind`` is police, easy, platform, data_authority or other; ``who`` was talked to, ``on``
    that day, by ``filed_by``. ``task`` is the step it was made for. Without it a number that may
    be about either of two people proves nothing. The same again is one contact.
    """
    reference, who, filed_by = reference.strip(), who.strip(), filed_by.strip()
    if not reference and not who:
        raise Missing("reference")
    with changing(case, by=by) as change:
        for known in Contact.objects.filter(case=change.case, kind=kind):
            known.case = change.case
            told = (known.reference, known.who, known.on, known.filed_by)
            if told == (reference, who, on, filed_by):
                return known
        contact = Contact(
            workplace=case.workplace, case=change.case, kind=kind, at=change.at, by=by,
            reference=reference, who=who, on=on, filed_by=filed_by,
        )  # fmt: skip
        contact.save(force_insert=True)
        change.happened("contact.recorded", contact, kind=kind)
        if reference:
            _prove(change, kind, reference, task)
    return contact


def _prove(change: Change, kind: str, reference: str, made_for: Task | None) -> None:
    """The open steps whose proof is a contact of this kind are done, for one person."""
    waiting = list(change.case.tasks.filter(state=TaskState.OPEN))
    for task in waiting:
        task.case = change.case
    waiting = [task for task in waiting if task.text.get("contact") == kind]
    if made_for:
        waiting = [task for task in waiting if task.pk == made_for.pk]
    if len({task.person_id for task in waiting}) > 1:
        return
    for task in waiting:
        finish(change, task, reference)
