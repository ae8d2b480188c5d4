"""After sending: the receipt, the list, the report itself, and what is added."""

import pytest
from django.urls import reverse

from vaern.ground.lib.ids import new_id
from vaern.handle.reports import actions
from vaern.handle.reports.models import Addition, Report, Status, Via
from vaern.handle.reports.tests.telling import draft_by, report_by


def page(client, name: str, report: Report | None = None) -> str:
    answer = client.get(reverse(name, args=[report.pk] if report else []))
    assert answer.status_code == 200
    words: str = answer.content.decode()
    return words


@pytest.mark.parametrize("who", ["mads", "amina", "henrik", "karen", "jonas", "olga"])
def test_others_find_nothing(cast, as_person, who):
    report = report_by(cast.rikke)
    answer = as_person(getattr(cast, who)).get(reverse("reports:report", args=[report.pk]))
    assert answer.status_code == 404


def test_list_has_own_reports_drafts_and_those_for_me(cast, as_person):
    report_by(cast.rikke)
    report_by(cast.jonas, Via.COLLEAGUE, affected=cast.rikke)
    draft_by(cast.rikke)
    draft_by(cast.jonas, Via.COLLEAGUE, affected=cast.rikke)
    answer = as_person(cast.rikke).get(reverse("reports:mine"))
    assert len(answer.context["rows"]) == 2
    assert len(answer.context["drafts"]) == 1


def test_empty_list_shows_the_way(cast, as_person):
    assert reverse("reports:start") in page(as_person(cast.amina), "reports:mine")


@pytest.mark.parametrize("status", Status.values[1:])
def test_status_in_plain_words(cast, as_person, status):
    report = report_by(cast.rikke)
    Report.objects.update(status=status)
    assert (
        str(status) not in page(as_person(cast.rikke), "reports:report", report).split("<main")[1]
    )


def test_more_can_be_added_once_from_another_device(cast, as_person):
    report, once = report_by(cast.rikke), str(new_id())
    more = {"text": "Han skrev igen.", "once": once}
    for _ in range(2):
        answer = as_person(cast.rikke).post(reverse("reports:add", args=[report.pk]), more)
        assert answer.status_code == 303
    assert Addition.objects.count() == 1
    assert "Han skrev igen." in page(as_person(cast.rikke), "reports:report", report)


def test_affected_colleague_can_add_and_others_cannot(cast, as_person):
    report = report_by(cast.jonas, Via.COLLEAGUE, affected=cast.rikke)
    more = {"text": "Det er rigtigt.", "once": str(new_id())}
    url = reverse("reports:add", args=[report.pk])
    assert as_person(cast.mads).post(url, more).status_code == 404
    assert as_person(cast.olga).post(url, more).status_code == 404
    assert as_person(cast.rikke).post(url, more).status_code == 303
    assert Addition.objects.get().author == cast.rikke


def test_words_back_are_shown(cast, as_person):
    report = report_by(cast.rikke)
    actions.tell_reporter(report=report, by=cast.henrik, text="Vi har talt med ham.")
    shown = page(as_person(cast.rikke), "reports:report", report)
    assert "Vi har talt med ham." in shown
    assert "Henrik Dam" in shown
