"""Noting in the record that somebody saw what is in a case."""

from vaern.ground.audit.actions import recording
from vaern.ground.people.models import Person
from vaern.handle.cases.models import Case
from vaern.handle.reports.models import Report


def viewed(*, case: Case, by: Person) -> None:
    """``by`` opened the case's page."""
    with recording(workplace=case.workplace, by=by) as record:
        record("case.viewed", case)


def report_read(*, case: Case, report: Report, by: Person) -> None:
    """``by`` asked to read what was reported, in the reporter's own words."""
    with recording(workplace=case.workplace, by=by) as record:
        record("report.read", report, case=str(case.pk))
