"""What is said about a report after it was sent, and what becomes of one left alone."""

from uuid import UUID

from django.urls import reverse
from django.utils import timezone

from vaern.ground.audit.actions import recording
from vaern.ground.lib.ids import new_id
from vaern.ground.notify.actions import tell
from vaern.ground.people.models import Person
from vaern.ground.queue.actions import enqueue
from vaern.handle.evidence import actions as evidence
from vaern.handle.reports.attaching import File, Refusal, lay_down
from vaern.handle.reports.models import Addition, Report, Status, Via


def add_later(
    *, report: Report, by: Person, text: str, files: list[File], once: UUID | None = None
) -> list[Refusal]:
    """Tell more about a sent report; which files were refused. The same ``once`` adds once."""
    pk = once or new_id()
    if Addition.objects.filter(pk=pk).exists():
        return []
    items, refused = lay_down(report=report, by=by, files=files)
    with recording(workplace=report.workplace, by=by) as record:
        evidence.keep(items=items, by=by)
        added = _addition(report, by, text, pk=pk)
        record("report.added_to", report, files=len(files) - len(refused), addition=str(added.pk))
        enqueue("vaern.handle.triage.jobs.consider", str(report.pk))
    return refused


def tell_reporter(*, report: Report, by: Person | None, text: str) -> Addition:
    """A word back to the one who reported and the one it is about."""
    with recording(workplace=report.workplace, by=by) as record:
        word = _addition(report, by, text, pk=new_id(), to_reporter=True)
        record("report.answered", report, addition=str(word.pk))
        for person in {report.author, report.affected} - {None, by}:
            if person is not None:
                tell_about(report, person, "word_for_you", str(word.pk), by)
    return word


def take_up(*, report: Report, by: Person) -> bool:
    """Open a case after all for what was left alone; False when it is in a case already."""
    with recording(workplace=report.workplace, by=by) as record:
        waiting = Report.objects.filter(pk=report.pk, status__in=(Status.LEFT_ALONE, Status.JUDGED))
        if not waiting.update(status=Status.JUDGED):
            return False
        record("report.taken_up", report)
        enqueue("vaern.handle.cases.jobs.open_for", str(report.pk))
    return True


def leave_alone(*, report: Report, by: Person) -> bool:
    """A person has seen the message and says it is just post; False when it is in a case."""
    with recording(workplace=report.workplace, by=by) as record:
        waiting = (Status.LEFT_ALONE, Status.JUDGED, Status.RECEIVED)
        rows = Report.objects.filter(pk=report.pk, via=Via.MESSAGE, status__in=waiting)
        if not rows.update(status=Status.LEFT_ALONE, touched_at=timezone.now()):
            return False
        record("report.left_alone", report)
    return True


def _addition(
    report: Report, by: Person | None, text: str, *, pk: UUID, to_reporter: bool = False
) -> Addition:
    added = Addition(pk=pk, workplace=report.workplace, report=report, author=by)
    added.at, added.text, added.to_reporter = timezone.now(), text, to_reporter
    added.save(force_insert=True)
    return added


def tell_about(report: Report, person: Person, kind: str, once: str, by: Person | None) -> None:
    path = reverse("reports:report", args=[report.pk])
    tell(person=person, kind=kind, path=path, once=f"report:{report.pk}:{once}", by=by)
