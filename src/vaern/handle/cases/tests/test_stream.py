"""One stream: what is sent is considered, opened and told, each by a queued job."""

from uuid import uuid4

from conftest import Cast

from vaern.ground.audit.actions import verify
from vaern.ground.notify.models import Notice
from vaern.ground.queue.drain import drain
from vaern.handle.cases.models import Case
from vaern.handle.reports.actions import add_later, send
from vaern.handle.reports.tests.telling import report_by


def test_a_sent_report_ends_as_a_case_with_people_told(cast: Cast) -> None:
    report = report_by(cast.rikke, text="Han skrev, at han ved, hvor jeg bor.")
    drain()
    case = Case.objects.get()
    assert case.casereports.get().report == report
    assert case.urgency >= 2
    assert case.tasks.get(step="police").owner == cast.mads
    assert case.tasks.filter(step="police_help").exists()
    assert Notice.objects.filter(person=cast.mads, kind="case_for_you").exists()
    assert verify(workplace=cast.workplace) is None


def test_sending_again_changes_nothing(cast: Cast) -> None:
    report = report_by(cast.rikke)
    drain()
    assert not send(report=report, by=cast.rikke)
    drain()
    assert Case.objects.count() == 1


def test_what_is_told_later_reaches_the_handlers_once(cast: Cast) -> None:
    report = report_by(cast.rikke)
    drain()
    once = uuid4()
    for _ in range(2):
        add_later(report=report, by=cast.rikke, text="Han skrev igen.", files=[], once=once)
    drain()
    assert Notice.objects.filter(person=cast.mads, kind="more_added").count() == 1
    assert Case.objects.get().events.filter(code="report.added_to").count() == 1
