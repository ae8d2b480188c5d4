"""What the case means for the report: whom it hit, for whom it is closed, what came of it."""

from django.urls import reverse
from django.utils import timezone

from vaern.ground.audit.actions import recording
from vaern.ground.notify.actions import withdraw
from vaern.ground.people.models import Person
from vaern.handle.reports.models import Report, ShutOut


def close_for(*, report: Report, person: Person, by: Person | None) -> bool:
    """Close the report for somebody who is kept out of its case; False if it was closed before.

    They find it no more, hear no word about it, and what they were told leads nowhere.
    """
    with recording(workplace=report.workplace, by=by) as record:
        given = {"workplace": report.workplace, "at": timezone.now()}
        _, new = ShutOut.objects.get_or_create(report=report, person=person, defaults=given)
        if new:
            record("report.closed_for", report, person=str(person.pk))
            withdraw(person=person, path=reverse("reports:report", args=[report.pk]), by=by)
    return new


def open_again(*, report: Report, person: Person, by: Person | None) -> bool:
    """The report is closed for the person no longer; False if it was not."""
    with recording(workplace=report.workplace, by=by) as record:
        gone, _ = ShutOut.objects.filter(report=report, person=person).delete()
        if gone:
            record("report.open_again", report, person=str(person.pk))
    return bool(gone)


def it_hit(*, report: Report, person: Person, by: Person | None) -> None:
    """It is settled whom it hit, where the report did not say: it is theirs to read from now on."""
    with recording(workplace=report.workplace, by=by) as record:
        report.affected = person
        report.save(update_fields=["affected"])
        record("report.affected_found", report, person=str(person.pk))


def conclude(*, report: Report, outcome: str, by: Person) -> None:
    """The report's case is closed: what came of it, a code of the law's list."""
    with recording(workplace=report.workplace, by=by) as record:
        report.outcome = outcome
        report.save(update_fields=["outcome"])
        record("report.concluded", report, outcome=outcome)


def go_on(*, report: Report, by: Person | None) -> None:
    """The report's case is open again: nothing has come of it yet."""
    with recording(workplace=report.workplace, by=by) as record:
        report.outcome = ""
        report.save(update_fields=["outcome"])
        record("report.goes_on", report)
