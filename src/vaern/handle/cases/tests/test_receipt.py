"""Right after sending: first that it is on its way, then who calls and by when."""

from datetime import timedelta

import pytest
from conftest import Cast
from django.urls import reverse
from django.utils import timezone

from vaern.ground.queue.drain import drain
from vaern.handle.cases.actions import close, open_case
from vaern.handle.cases.models import Case
from vaern.handle.cases.tests.episodes import told
from vaern.handle.cases.tests.pages import text_of
from vaern.handle.reports import actions as reports
from vaern.handle.reports.models import Report
from vaern.handle.reports.tests.telling import draft_by, report_by


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


def test_it_says_who_is_told_what_to_do_and_where_to_look(cast: Cast, as_person) -> None:
    report = sent(cast)
    drain()
    page = text_of(as_person(cast.rikke), address(report))
    for words in ("Mads Holm", "Amina Yusuf", "Henrik Dam", "tel:112", "Gem alt", "Svar ikke"):
        assert words in page
    assert reverse("reports:report", args=[report.pk]) in page


@pytest.mark.parametrize("danger", ["yes", "unsure", "no"])
def test_in_danger_the_numbers_come_first(cast: Cast, as_person, danger: str) -> None:
    report = report_by(cast.rikke, danger=danger)
    page = text_of(as_person(cast.rikke), address(report))
    assert page.count("tel:112") == 2  # in the page and in its foot
    assert (page.index("tel:112") < page.index("Vi er ved at give besked")) is (danger != "no")


@pytest.mark.parametrize("named", [True, False])
@pytest.mark.parametrize("considered", [True, False])
def test_when_it_is_the_leader_nobody_is_sent_to_the_leader(
    cast: Cast, as_person, named: bool, considered: bool
) -> None:
    more = {"internal_person": str(cast.mads.pk)} if named else {}
    report = report_by(cast.rikke, relation="manager", **more)
    Report.objects.filter(pk=report.pk).update(sent_at=timezone.now() - timedelta(seconds=61))
    rikke = as_person(cast.rikke)
    if considered:
        drain()
        case = reverse("cases:case", args=[Case.objects.get().pk])
        assert "HR, arbejdsmiljørepræsentanten eller en kollega" in text_of(rikke, case)
    page = text_of(rikke, address(report)).split("<main")[1]
    for words in ("din leder", "Mads Holm"):
        assert words not in page
    assert "HR" in page


def test_danger_is_told_to_somebody_one_is_safe_with(cast: Cast, as_person) -> None:
    report = draft_by(cast.rikke, danger="yes", relation="manager")
    page = text_of(as_person(cast.rikke), reverse("reports:now", args=[report.pk]))
    assert "leder" not in page.split("<main")[1]


def test_in_danger_one_learns_that_nobody_knows_until_it_is_sent(cast: Cast, as_person) -> None:
    report, said = draft_by(cast.rikke, danger="yes"), "Ingen på arbejdspladsen har fået besked"
    rikke, page = as_person(cast.rikke), reverse("reports:now", args=[report.pk])
    assert said in text_of(rikke, page)
    reports.send(report=report, by=cast.rikke)
    assert said not in text_of(rikke, page)


@pytest.mark.parametrize("channel", ["letter", "visit", "phone"])
def test_a_letter_is_registered_and_said_not_to_be_digital(
    cast: Cast, as_person, channel: str
) -> None:
    more = {"affected": None, "channel": channel, "target": "workplace"}
    report = report_by(cast.jonas, "desk", **more)
    jonas, said = as_person(cast.jonas), "Derfor er det ikke digital chikane"
    assert (said in text_of(jonas, address(report))) is (channel != "phone")
    drain()
    case = reverse("cases:case", args=[Case.objects.get().pk])
    for path in (address(report), reverse("reports:report", args=[report.pk]), case):
        assert (said in text_of(jonas, path)) is (channel != "phone")


def test_a_closed_case_is_not_promised_a_call(cast: Cast, as_person) -> None:
    report = sent(cast)
    drain()
    case = Case.objects.get()
    close(case=case, outcome="stopped", word="Slut.", reason="Aftalt", by=cast.henrik)
    page = text_of(as_person(cast.rikke), address(report))
    assert "Sagen er afsluttet" in page
    assert "kontakte" not in page.split("<main")[1]
