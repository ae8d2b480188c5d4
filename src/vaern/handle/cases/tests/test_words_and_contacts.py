"""Internal notes, and contacts outside that prove a step."""

import pytest
from conftest import Cast

from vaern.handle.cases.actions import add_note, open_case, record_contact
from vaern.handle.cases.changing import Missing
from vaern.handle.cases.models import Contact, Note
from vaern.handle.cases.tests.episodes import told
from vaern.handle.cases.tests.pages import at


def test_a_double_click_makes_one_note(cast: Cast) -> None:
    case = open_case(report=told(cast))
    first = add_note(case=case, by=cast.henrik, text="Ring til Rikke i morgen.")
    again = add_note(case=case, by=cast.henrik, text="Ring til Rikke i morgen. ")
    other = add_note(case=case, by=cast.mads, text="Ring til Rikke i morgen.")
    assert first.pk == again.pk != other.pk
    assert Note.objects.count() == 2


def test_a_journal_number_proves_the_police_step(cast: Cast) -> None:
    case = open_case(report=told(cast))
    record_contact(
        case=case, kind="police", reference="0100-70111-00042-26", who="Vagten", by=cast.henrik
    )
    police = case.tasks.get(step="police")
    assert (police.state, police.done_by) == ("done", cast.henrik)
    assert police.result == "0100-70111-00042-26"


def test_a_call_without_a_number_proves_nothing(cast: Cast) -> None:
    case = open_case(report=told(cast))
    record_contact(case=case, kind="police", reference="", who="114", by=cast.henrik)
    assert case.tasks.get(step="police").state == "open"


def test_the_same_contact_twice_is_one(cast: Cast) -> None:
    case = open_case(report=told(cast))
    for _ in range(2):
        record_contact(case=case, kind="easy", reference="E-1", who="", by=cast.henrik)
    assert Contact.objects.count() == 1
    with pytest.raises(Missing):
        record_contact(case=case, kind="easy", reference=" ", who="", by=cast.henrik)


def test_a_note_that_is_too_long_stands_in_the_form_again(cast: Cast, as_person) -> None:
    case = open_case(report=told(cast))
    answer = as_person(cast.henrik).post(at("note", case), {"text": "a" * 20_001})
    assert answer.status_code == 200
    assert "a" * 20_001 in answer.content.decode()
    assert not Note.objects.exists()
