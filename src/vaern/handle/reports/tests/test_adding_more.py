"""More told about a sent report: all of it kept, and nothing said that is not so."""

from typing import Any

from django.urls import reverse

from vaern.ground.lib.ids import new_id
from vaern.handle.evidence.models import Item
from vaern.handle.reports import actions, attaching
from vaern.handle.reports.attaching import File
from vaern.handle.reports.models import Addition, Report
from vaern.handle.reports.tests.filling import begin, fill
from vaern.handle.reports.tests.telling import report_by
from vaern.handle.reports.tests.test_files import file

THANKS = "Tak. Det er gemt"


def add(client, report: Report, once: Any = None, **given: Any) -> str:
    """Send the form; the page one lands on."""
    url = reverse("reports:add", args=[report.pk])
    body = {"text": "", "once": str(once or new_id()), **given}
    answer = client.post(url, body, follow=True)
    assert answer.status_code == 200
    words: str = answer.content.decode()
    return words


def test_other_words_by_back_and_again_are_kept_too(cast, as_person):
    report, once = report_by(cast.rikke), new_id()
    rikke = as_person(cast.rikke)
    for text in ("Første.", "Nu er det min datter.", "Nu er det min datter."):
        assert THANKS in add(rikke, report, once, text=text)
    assert {one.text for one in Addition.objects.all()} == {"Første.", "Nu er det min datter."}
    assert Addition.objects.count() == 2


def test_the_same_words_with_one_more_file_add_the_file(cast, as_person):
    report, once = report_by(cast.rikke), new_id()
    rikke = as_person(cast.rikke)
    add(rikke, report, once, text="Se her.")
    add(rikke, report, once, text="Se her.", evidence=file(b"hej", "a.txt"))
    assert sorted(one.text for one in Addition.objects.all()) == ["", "Se her."]
    assert Item.objects.count() == 1


def test_nothing_but_a_file_that_is_too_large_is_not_thanked_for(cast, as_person, settings):
    settings.VAERN_MAX_FILE_MB = 1
    page = add(
        as_person(cast.rikke), report_by(cast.rikke), evidence=file(b"x" * 1_048_577, "film.mp4")
    )
    assert "for stor" in page
    assert THANKS not in page
    assert not Addition.objects.exists()


def test_an_empty_addition_says_what_to_do(cast, as_person):
    page = add(as_person(cast.rikke), report_by(cast.rikke))
    assert "Skriv noget, eller vælg en fil." in page
    assert not Addition.objects.exists()


def test_files_are_kept_when_the_words_are_too_long(cast, as_person):
    report, once = report_by(cast.rikke), new_id()
    rikke = as_person(cast.rikke)
    page = add(rikke, report, once, text="x" * 10_001, evidence=file(b"hej", "a.txt"))
    assert "Filerne er gemt" in page
    assert THANKS not in page
    assert Item.objects.count() == 1
    assert THANKS in add(rikke, report, once, text="Kort.")


def test_files_are_kept_when_the_pasted_text_is_too_long(cast, as_person):
    rikke = as_person(cast.rikke)
    answer = fill(
        rikke, begin(rikke), "bevis", pasted="x" * 200_001, evidence=file(b"hej", "a.txt")
    )
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "Filerne er gemt" in page
    assert "Det har du tilføjet" in page
    assert Item.objects.count() == 1


def test_a_null_in_pasted_text_is_no_reason_to_refuse_it(cast, as_person):
    rikke = as_person(cast.rikke)
    assert fill(rikke, begin(rikke), "bevis", pasted="hej\x00 du").status_code == 303
    assert Item.objects.get().text == "hej du"


def test_two_clicks_at_the_same_time_add_once(cast, monkeypatch):
    report, once, real = report_by(cast.rikke), new_id(), attaching.lay_down
    given: dict[str, Any] = {"report": report, "by": cast.rikke, "text": "Mere", "once": once}
    given["files"] = [File("a.txt", b"hej")]
    first = [True]

    def slow(**what: Any) -> Any:
        laid = real(**what)
        if first and first.pop():
            actions.add_later(**given)
        return laid

    monkeypatch.setattr("vaern.handle.reports.afterwards.lay_down", slow)
    assert actions.add_later(**given).kept
    assert Addition.objects.count() == Item.objects.count() == 1


def test_the_affected_may_hand_in_what_the_reporter_has_too(cast, as_person):
    report = report_by(cast.jonas, "colleague", affected=cast.rikke)
    add(as_person(cast.jonas), report, evidence=file(b"hej", "a.txt"))
    add(as_person(cast.rikke), report, evidence=file(b"hej", "b.txt"))
    assert {item.sealed_by for item in Item.objects.all()} == {cast.jonas, cast.rikke}
