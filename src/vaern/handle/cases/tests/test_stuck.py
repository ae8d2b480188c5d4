"""A report whose job was lost is taken up again; when that does not help, HR hears of it."""

from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from conftest import Cast
from django.core import mail
from django.utils import timezone
from django_q.models import OrmQ, Schedule

from vaern.ground.audit.models import AuditRow
from vaern.ground.notify.models import Notice
from vaern.ground.queue.drain import drain
from vaern.handle.cases import jobs
from vaern.handle.cases.models import Case
from vaern.handle.inbox.actions import receive
from vaern.handle.reports.afterwards import take_up
from vaern.handle.reports.models import Report, Status
from vaern.handle.reports.tests.telling import report_by

MAIL = Path(__file__).resolve().parents[5] / "samples" / "trussel.eml"


@pytest.fixture
def report(cast: Cast) -> Report:
    """Sent, and its job is gone."""
    sent = report_by(cast.rikke, text="Han skrev, at han ved, hvor jeg bor.")
    lose_the_jobs()
    return sent


def lose_the_jobs() -> None:
    OrmQ.objects.all().delete()


def after(minutes: int) -> None:
    """Look, so long from now; the jobs that are asked for are lost again."""
    with time_machine.travel(timezone.now() + timedelta(minutes=minutes), tick=False):
        jobs.look_for_stuck()


def heard() -> list[str]:
    return [str(one.person) for one in Notice.objects.filter(kind="report_stuck")]


def test_a_received_report_is_taken_up_again(report: Report) -> None:
    after(11)
    drain()
    assert Report.objects.get().status == Status.IN_CASE
    assert Case.objects.count() == 1
    assert heard() == []


def test_a_judged_report_gets_its_case(report: Report) -> None:
    Report.objects.update(status=Status.JUDGED)
    after(11)
    drain()
    assert Case.objects.get().casereports.get().report == report


def test_a_message_becomes_a_report(cast: Cast) -> None:
    data = MAIL.read_bytes()
    receive(workplace=cast.workplace, data=data, name="a.eml", by=cast.henrik)
    lose_the_jobs()
    after(11)
    drain()
    assert Report.objects.get().message is not None
    after(11)
    assert not OrmQ.objects.exists()


def test_looking_twice_asks_once(report: Report) -> None:
    after(11)
    after(12)
    assert OrmQ.objects.count() == 1


def test_what_moves_is_let_be(cast: Cast) -> None:
    report_by(cast.rikke)
    after(5)
    drain()
    jobs.look_for_stuck()
    assert not AuditRow.objects.filter(action="report.put_back").exists()


def test_hr_hears_when_it_stands_still_again(cast: Cast, report: Report) -> None:
    after(11)
    assert heard() == []
    after(35)
    after(36)
    assert heard() == ["Henrik Dam"]
    assert AuditRow.objects.filter(action="report.put_back").count() == 2
    drain()
    words = next(one for one in mail.outbox if one.to == [cast.henrik.email])
    assert "Rikke" not in words.subject + str(words.body)


def test_hr_hears_at_once_of_one_that_is_more_than_an_hour_old(report: Report) -> None:
    after(61)
    assert heard() == ["Henrik Dam"]


def test_an_old_message_just_taken_up_is_not_late(cast: Cast, report: Report) -> None:
    Report.objects.update(status=Status.LEFT_ALONE, sent_at=timezone.now() - timedelta(days=2))
    take_up(report=Report.objects.get(), by=cast.henrik)
    lose_the_jobs()
    after(5)
    assert not OrmQ.objects.exists()
    after(11)
    assert heard() == []


def test_the_schedule_is_there_once(db: None) -> None:
    for _ in range(2):
        jobs.ensure_schedules()
    assert Schedule.objects.filter(func="vaern.handle.cases.jobs.look_for_stuck").count() == 1
