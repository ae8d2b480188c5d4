"""What is written in a case: internal notes, and contacts outside."""

from datetime import date, timedelta
from uuid import UUID

from vaern.ground.people.models import Person
from vaern.handle.cases.actions.tasks import finish
from vaern.handle.cases.changing import Change, Missing, changing, said
from vaern.handle.cases.models import Case, Contact, Note, Task, TaskState
from vaern.handle.cases.whose import only_one

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
    about: Person | None = None,
) -> Contact:
    """A contact outside. With its reference it is the proof of the step that asks for one.

    ``kind`` is police, easy, platform, data_authority or other; ``who`` was talked to, ``on``
    that day, by ``filed_by``. ``task`` is the step it was made for, ``about`` the person. Without
    either a number that may be about one of two people proves nothing, and only the handlers read
    it. The same again is one contact.
    """
    reference, who, filed_by = reference.strip(), who.strip(), filed_by.strip()
    if not reference and not who:
        raise Missing("reference")
    with changing(case, by=by) as change:
        waiting = _waiting(change, kind, task, about)
        whose = _whose(change.case, waiting, task, about)
        for known in Contact.objects.filter(case=change.case, kind=kind, person=whose):
            known.case = change.case
            told = (known.reference, known.who, known.on, known.filed_by)
            if told == (reference, who, on, filed_by):
                return known
        contact = Contact(
            workplace=case.workplace, case=change.case, kind=kind, at=change.at, by=by,
            reference=reference, who=who, on=on, filed_by=filed_by, person_id=whose,
        )  # fmt: skip
        contact.save(force_insert=True)
        named = str(whose) if whose else None
        change.happened("contact.recorded", contact, kind=kind, person=named)
        if reference and len({one.person_id for one in waiting}) == 1:
            for one in waiting:
                finish(change, one, reference)
    return contact


def _waiting(change: Change, kind: str, made_for: Task | None, about: Person | None) -> list[Task]:
    """The open steps whose proof is a contact of this kind."""
    waiting = list(change.case.tasks.filter(state=TaskState.OPEN))
    for task in waiting:
        task.case = change.case
    waiting = [task for task in waiting if task.text.get("contact") == kind]
    if made_for:
        return [task for task in waiting if task.pk == made_for.pk]
    return [task for task in waiting if about is None or task.person_id in (about.pk, None)]


def _whose(
    case: Case, waiting: list[Task], made_for: Task | None, about: Person | None
) -> UUID | None:
    """The id of whom the contact is about: as said, else the only one it can be."""
    said_of = about.pk if about else made_for.person_id if made_for else None
    people = {task.person_id for task in waiting}
    return said_of or only_one(case) or (people.pop() if len(people) == 1 else None)
