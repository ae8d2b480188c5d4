"""Changing a case: one transaction with the timeline row and the audit row, the case locked."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Model
from django.utils import timezone

from vaern.ground.audit.actions import Recorder, recording
from vaern.ground.people.models import Person
from vaern.handle.cases.models import Case, CaseState, Event


class CaseClosed(Exception):
    """The case is closed and can be read but not changed."""


class KeptOut(Exception):
    """The person is kept out of the case, or it is about them: they can be given nothing in it."""


class OwnCase(KeptOut):
    """The case is about the person: nobody is kept out of their own."""


class Missing(ValueError):
    """Something that must be said is not said; the message is the name of the field."""


def said(name: str, text: str) -> str:
    """``text`` without the space around it. Raises :class:`Missing` when nothing is left."""
    if not text.strip():
        raise Missing(name)
    return text.strip()


@dataclass(frozen=True)
class Change:
    """An open change: ``case`` is the locked row; write on it and nothing else.

    What happened is gathered and written together at the end, just before the audit rows.
    """

    case: Case
    by: Person | None
    at: datetime
    record: Recorder
    events: list[Event] = field(default_factory=list)

    def happened(
        self,
        code: str,
        subject: Model | None = None,
        *,
        for_affected: bool = True,
        words: str = "",
        **data: str | int | bool | None,
    ) -> None:
        """One row on the timeline and one in the audit chain; ids, codes and numbers only.

        ``words`` a person wrote stand on the sealed timeline and nowhere else.
        """
        event = Event(
            workplace=self.case.workplace,
            case=self.case,
            at=self.at,
            actor=self.by,
            code=code,
            for_affected=for_affected,
            data={**data, "words": words} if words else data,
        )
        self.events.append(event)
        self.record(code, subject or self.case, **data)

    def write(self) -> None:
        """Put what happened on the timeline."""
        Event.objects.bulk_create(self.events)
        self.events.clear()


@contextmanager
def changing(case: Case, *, by: Person | None, closed: bool = False) -> Iterator[Change]:
    """Lock the case and change it. Raises :class:`CaseClosed` unless ``closed`` may be changed.

    One change of a case at a time: whoever comes second sees what the first one did.
    """
    with recording(workplace=case.workplace, by=by) as record:
        rows = Case.objects.select_related("key__parent", "workplace__key", "unit", "affected")
        locked = rows.select_for_update(of=("self",)).get(pk=case.pk)
        if locked.state == CaseState.CLOSED and not closed:
            raise CaseClosed(locked.reference)
        change = Change(locked, by, timezone.now(), record)
        yield change
        change.write()
