"""What comes to the form after the report was sent is not lost: it is told as more."""

from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse
from django_q.models import OrmQ

from vaern.handle.evidence.models import Item
from vaern.handle.reports import actions, attaching
from vaern.handle.reports.attaching import File
from vaern.handle.reports.models import Addition, Report
from vaern.handle.reports.tests.filling import begin, fill, fill_all, report_via_form
from vaern.handle.reports.tests.telling import draft_by
from vaern.handle.reports.tests.test_files import file


def said(answer: Any) -> str:
    return " ".join(str(one) for one in answer.context["messages"])


def post(client, pk, slug: str, **given: Any) -> Any:
    return client.post(reverse("reports:step", args=[pk, slug]), given, follow=True)


def test_a_file_from_a_second_tab_is_added_and_told(cast, as_person):
    rikke = as_person(cast.rikke)
    pk = report_via_form(rikke, bevis={"pasted": ""})
    answer = post(rikke, pk, "bevis", pasted="Jeg kommer nu", evidence=file(b"trussel", "t.txt"))
    assert "er lagt til den" in said(answer)
    assert {item.text for item in Item.objects.all()} == {"Jeg kommer nu", "trussel"}
    assert answer.redirect_chain[-1][0] == reverse("reports:report", args=[pk])


def test_words_from_a_second_tab_are_told_once(cast, as_person):
    rikke = as_person(cast.rikke)
    pk = report_via_form(rikke)
    for _ in range(2):
        answer = post(rikke, pk, "hvad", kinds=["stalking"], text="HAN STÅR UDENFOR NU")
    assert "er lagt til den" in said(answer)
    assert (
        Addition.objects.get().text
        == "Hvad: Stalking eller vedholdende kontakt\nHAN STÅR UDENFOR NU"
    )
    assert [row.task["func"] for row in OrmQ.objects.all()].count(
        "vaern.handle.triage.jobs.consider"
    ) == 2


def test_danger_told_too_late_leads_to_the_numbers(cast, as_person):
    rikke = as_person(cast.rikke)
    pk = report_via_form(rikke)
    answer = post(rikke, pk, "fare", danger="yes", via="self")
    assert answer.redirect_chain[-1][0] == reverse("reports:now", args=[pk])
    assert Addition.objects.get().text == "Fare lige nu: Ja"


def test_words_too_long_for_the_form_are_kept_whole(cast, as_person):
    rikke = as_person(cast.rikke)
    pk = report_via_form(rikke)
    post(rikke, pk, "hvad", kinds=["threat"], text="x" * 10_001)
    assert len(Addition.objects.get().text) == 10_001


@pytest.mark.parametrize("slug", ["hvad", "hvor", "hvem"])
def test_the_same_screen_again_adds_nothing(cast, as_person, slug):
    rikke = as_person(cast.rikke)
    pk = report_via_form(rikke)
    fill(rikke, pk, slug)
    assert not Addition.objects.exists()


def test_what_cannot_be_read_is_told(cast, as_person):
    rikke = as_person(cast.rikke)
    pk = report_via_form(rikke)
    answer = post(rikke, pk, "hvor", when="other", day="i sommer")
    assert "Skriv det, du vil rette, under Tilføj mere" in said(answer)


def sends_meanwhile(monkeypatch: pytest.MonkeyPatch, then: Callable[[], object]) -> None:
    """Reading the files takes long; ``then`` happens before they are kept."""
    real, once = attaching.lay_down, [then]

    def slow(**given: Any) -> Any:
        laid = real(**given)
        if once:
            once.pop()()
        return laid

    monkeypatch.setattr(attaching, "lay_down", slow)


def test_an_upload_that_ends_after_sending_is_considered_too(cast, monkeypatch):
    report = draft_by(cast.rikke)
    sends_meanwhile(monkeypatch, lambda: actions.send(report=report, by=cast.rikke))
    actions.attach_all(report=report, by=cast.rikke, files=[File("a.txt", b"Jeg kommer")])
    assert Item.objects.count() == Addition.objects.count() == 1
    jobs = [row.task["func"] for row in OrmQ.objects.all()]
    assert jobs == ["vaern.handle.triage.jobs.consider"] * 2


def test_and_the_person_is_told_so(cast, as_person, monkeypatch):
    rikke = as_person(cast.rikke)
    pk = begin(rikke)
    for slug in ("hvad", "hvor", "hvem"):
        fill(rikke, pk, slug)
    report = Report.objects.get()
    sends_meanwhile(monkeypatch, lambda: actions.send(report=report, by=cast.rikke))
    assert "er lagt til den" in said(post(rikke, pk, "bevis", pasted="Jeg kommer"))


def test_the_same_file_by_a_second_click_at_the_same_time_is_kept_once(cast, monkeypatch, settings):
    report = draft_by(cast.rikke)
    files = [File("a.txt", b"hej")]
    again = lambda: actions.attach_all(report=report, by=cast.rikke, files=files)  # noqa: E731
    sends_meanwhile(monkeypatch, again)
    actions.attach_all(report=report, by=cast.rikke, files=files)
    assert Item.objects.count() == 1
    assert len(list(settings.VAERN_EVIDENCE.rglob("*.age"))) == 1


def test_a_second_report_from_the_first_screen_in_history_is_a_new_one(cast, as_person):
    rikke = as_person(cast.rikke)
    draft = "0199c1a0-0000-7000-8000-000000000001"
    fill_all(rikke, begin(rikke, draft=draft))
    given = {"danger": "yes", "via": "self", "draft": draft}
    answer = rikke.post(reverse("reports:start"), given, follow=True)
    assert answer.redirect_chain[-1][0].endswith("/nu/")
    assert Report.objects.count() == 2
