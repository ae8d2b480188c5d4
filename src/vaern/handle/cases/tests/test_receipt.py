"""Right after sending: first that it is on its way, then who calls and by when."""

from datetime import timedelta

from conftest import Cast
from django.urls import reverse
from django.utils import timezone

from vaern.ground.queue.drain import drain
from vaern.handle.cases.actions import open_case
from vaern.handle.cases.tests.episodes import told
from vaern.handle.cases.tests.pages import text_of
from vaern.handle.reports import actions as reports
from vaern.handle.reports.models import Report


def sent(cast: Cast) -> Report:
    report = reports.start(by=cast.rikke, via="self")
    answers = {"kinds": ["threat"], "channel": "email", "relation": "citizen", "danger": "no"}
    reports.answer(report=report, by=cast.rikke, step="what", answers=answers)
    reports.send(report=Report.objects.get(pk=report.pk), by=cast.rikke)
    return report


def address(report: Report) -> str:
    return reverse("cases:receipt", args=[report.pk])


def test_before_the_worker_the_page_waits_by_itself(cast: Cast, as_person) -> None:
    page = text_of(as_person(cast.rikke), address(sent(cast)))
    assert "Vi er ved at give besked" in page
    assert " data-wait" in page
    assert "Svar ikke afsenderen" in page


def test_after_the_worker_it_says_who_and_when(cast: Cast, as_person) -> None:
    report = sent(cast)
    drain()
    page = text_of(as_person(cast.rikke), address(report))
    assert "Mads Holm kontakter dig senest" in page
    assert "Henrik Dam" in page
    assert " data-wait" not in page


def test_after_a_minute_it_says_whom_to_call(cast: Cast, as_person) -> None:
    report = sent(cast)
    Report.objects.filter(pk=report.pk).update(sent_at=timezone.now() - timedelta(seconds=61))
    page = text_of(as_person(cast.rikke), address(report))
    assert "Ring til din leder" in page
    assert "55 55 01 12" in page
    assert " data-wait" not in page


def test_on_behalf_of_a_colleague_the_colleague_is_contacted(cast: Cast, as_person) -> None:
    report = told(cast, author=cast.jonas, affected=cast.rikke)
    open_case(report=report)
    page = text_of(as_person(cast.jonas), address(report))
    assert "Mads Holm kontakter din kollega senest" in page


def test_only_for_the_one_who_sent_it_and_the_one_it_is_about(cast: Cast, as_person) -> None:
    report = sent(cast)
    drain()
    for person in (cast.mads, cast.henrik, cast.karen, cast.olga, cast.jonas):
        assert as_person(person).get(address(report)).status_code == 404
