"""Letting in and keeping out through the page, and what is written in a case."""

from conftest import Cast

from vaern.ground.notify.models import Notice
from vaern.handle.cases.actions import keep_out, open_case
from vaern.handle.cases.models import Contact, Note
from vaern.handle.cases.tests.episodes import told
from vaern.handle.cases.tests.pages import at, text_of
from vaern.handle.reports.models import Addition


def test_let_in(cast: Cast, as_person) -> None:
    case = open_case(report=told(cast))
    given = {"do": "in", "in-person": cast.jonas.pk, "in-part": "support", "in-why": "supports"}
    assert as_person(cast.henrik).post(at("people", case), given).status_code == 302
    assert as_person(cast.jonas).get(at("case", case)).status_code == 200


def test_keep_out(cast: Cast, as_person) -> None:
    case = open_case(report=told(cast))
    given = {"do": "out", "out-person": cast.mads.pk, "out-why": "conflict"}
    henrik = as_person(cast.henrik)
    assert henrik.post(at("people", case), given).status_code == 302
    assert as_person(cast.mads).get(at("case", case)).status_code == 404
    assert "Er part i sagen" in text_of(henrik, at("case", case))


def test_affected_is_not_told_who_is_kept_out(cast: Cast, as_person) -> None:
    case = open_case(report=told(cast))
    keep_out(case=case, person=cast.mads, why="named", by=cast.henrik)
    assert "Holdes ude" not in text_of(as_person(cast.rikke), at("case", case))


def test_affected_cannot_be_kept_out(cast: Cast, as_person) -> None:
    case = open_case(report=told(cast))
    given = {"do": "out", "out-person": cast.rikke.pk, "out-why": "conflict"}
    assert as_person(cast.henrik).post(at("people", case), given).status_code == 200
    assert as_person(cast.rikke).get(at("case", case)).status_code == 200


def test_note_once(cast: Cast, as_person) -> None:
    case = open_case(report=told(cast))
    for _ in range(2):
        as_person(cast.henrik).post(at("note", case), {"text": "Ring til Mads."})
    assert Note.objects.get().text == "Ring til Mads."


def test_word_reaches_the_affected_once(cast: Cast, as_person) -> None:
    case = open_case(report=told(cast))
    for _ in range(2):
        as_person(cast.henrik).post(at("word", case), {"text": "Vi ringer i morgen."})
    assert Addition.objects.filter(to_reporter=True).count() == 1
    assert Notice.objects.filter(person=cast.rikke, kind="word_for_you").count() == 1
    assert "Vi ringer i morgen." in text_of(as_person(cast.rikke), at("case", case))


def test_journal_number_finishes_the_police_step(cast: Cast, as_person) -> None:
    case = open_case(report=told(cast))
    given = {"kind": "police", "reference": "4200-12345-26", "who": ""}
    henrik = as_person(cast.henrik)
    for _ in range(2):
        henrik.post(at("contact", case), given)
    assert Contact.objects.count() == 1
    assert case.tasks.get(step="police").state == "done"
    assert "4200-12345-26" in text_of(henrik, at("case", case))


def test_contact_with_nothing_in_it_is_refused(cast: Cast, as_person) -> None:
    case = open_case(report=told(cast))
    answer = as_person(cast.henrik).post(at("contact", case), {"kind": "police"})
    assert "Skriv et nummer" in answer.content.decode()


def test_two_clicks_let_in_once_and_are_no_error(cast: Cast, as_person) -> None:
    case, henrik = open_case(report=told(cast)), as_person(cast.henrik)
    given = {"do": "in", "in-person": str(cast.jonas.pk), "in-part": "handler", "in-why": "asked"}
    assert henrik.post(at("people", case), given).status_code == 302
    again = henrik.post(at("people", case), given, follow=True)
    assert "Det er gemt i forvejen." in again.content.decode()
    assert case.members.filter(person=cast.jonas).count() == 1
