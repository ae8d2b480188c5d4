"""What is said about a report after it was sent, and what becomes of one left alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse
from django.utils import timezone

from vaern.ground.audit.actions import recording
from vaern.ground.lib.ids import new_id
from vaern.ground.notify.actions import tell
from vaern.ground.people.models import Person
from vaern.ground.queue.actions import enqueue
from vaern.ground.vault import cipher
from vaern.handle.evidence import actions as evidence
from vaern.handle.reports import access
from vaern.handle.reports.attaching import File, Refusal, lay_down
from vaern.handle.reports.keeping import locked, note_more, only_new
from vaern.handle.reports.models import Addition, Report, Status, Via


@dataclass(frozen=True)
class Added:
    """What came of telling more: is anything of it kept (now or before), and what was refused."""

    kept: bool
    refused: list[Refusal]


def add_later(
    *,
    report: Report,
    by: Person,
    text: str,
    files: list[File],
    once: UUID | None = None,
    senders: Sequence[str] = (),
) -> Added:
    """Tell more about a sent report. The same words and files by the same ``once`` add once.

    ``senders`` are addresses and names the words give for the sender.
    """
    items, refused = lay_down(report=report, by=by, files=files)
    pk = _id_of(report, by, text, once)
    with recording(workplace=report.workplace, by=by) as record:
        locked(report)
        new = only_new(report, items, by)
        evidence.keep(items=new, by=by)
        said = Addition.objects.filter(pk=pk).exists()
        if said and new:
            note_more(report, by, "", record, files=len(new))
        elif not said and (new or text):
            note_more(report, by, text, record, files=len(new), pk=pk, senders=senders)
    return Added(bool(text) or len(refused) < len(files), refused)


def _id_of(report: Report, by: Person, text: str, once: UUID | None) -> UUID:
    """The same for the same words sent twice from one page; it tells nothing without the key."""
    if once is None:
        return new_id()
    return UUID(cipher.blind(report.key.secret().aes, f"{once}:{by.pk}:{text}")[:32])


def tell_reporter(*, report: Report, by: Person | None, text: str) -> Addition:
    """A word back to the one who reported and the one it is about."""
    with recording(workplace=report.workplace, by=by) as record:
        word = Addition(workplace=report.workplace, report=report, author=by, to_reporter=True)
        word.at, word.text = timezone.now(), text
        word.save(force_insert=True)
        record("report.answered", report, addition=str(word.pk))
        for person in {report.author, report.affected} - {None, by}:
            if person is not None and access.is_open_to(person, report):
                tell_about(report, person, "word_for_you", str(word.pk), by)
    return word


def take_up(*, report: Report, by: Person) -> bool:
    """Open a case after all for what was left alone; False when it is in a case already."""
    with recording(workplace=report.workplace, by=by) as record:
        waiting = Report.objects.filter(
            pk=report.pk, status__in=(Status.UNSURE, Status.LEFT_ALONE, Status.JUDGED)
        )
        if not waiting.update(status=Status.JUDGED):
            return False
        record("report.taken_up", report)
        enqueue("vaern.handle.cases.jobs.open_for", str(report.pk))
    return True


def leave_alone(*, report: Report, by: Person) -> bool:
    """A person has seen the message and says it is just post; False when it is in a case."""
    with recording(workplace=report.workplace, by=by) as record:
        waiting = (Status.UNSURE, Status.LEFT_ALONE, Status.JUDGED, Status.RECEIVED)
        rows = Report.objects.filter(pk=report.pk, via=Via.MESSAGE, status__in=waiting)
        if not rows.update(status=Status.LEFT_ALONE, touched_at=timezone.now()):
            return False
        record("report.left_alone", report)
    return True


def tell_about(report: Report, person: Person, kind: str, once: str, by: Person | None) -> None:
    path = reverse("reports:report", args=[report.pk])
    tell(person=person, kind=kind, path=path, once=f"report:{report.pk}:{once}", by=by)
