"""A second message from the same sender can be joined to the first case."""

import pytest
from conftest import Cast
from django.http import Http404

from vaern.handle.cases import access
from vaern.handle.cases.actions import add_note, close, join, keep_out, open_case
from vaern.handle.cases.changing import CaseClosed
from vaern.handle.cases.models import CaseReport, Member
from vaern.handle.cases.tests.episodes import told
from vaern.handle.cases.tests.pages import at

SENDER = "vred@eksempel.example"


def test_the_same_sender_is_offered(cast: Cast) -> None:
    first = open_case(report=told(cast, sender=SENDER))
    second = open_case(report=told(cast, sender=SENDER))
    open_case(report=told(cast, sender="en.anden@eksempel.example"))
    open_case(report=told(cast))
    assert access.same_sender(access.view_for(cast.henrik, second.pk)) == [first]
    assert access.same_sender(access.view_for(cast.rikke, second.pk)) == []


def test_only_cases_the_person_sees_are_offered(cast: Cast) -> None:
    first = open_case(report=told(cast, sender=SENDER))
    second = open_case(report=told(cast, sender=SENDER))
    keep_out(case=first, person=cast.mads, why="conflict", by=cast.henrik)
    assert access.same_sender(access.view_for(cast.mads, second.pk)) == []


def test_joining_brings_reports_people_and_notes(cast: Cast) -> None:
    first = open_case(report=told(cast, sender=SENDER))
    second = open_case(report=told(cast, author=cast.jonas, sender=SENDER))
    add_note(case=second, by=cast.henrik, text="Samme tone.")
    assert join(case=second, into=first, by=cast.henrik)
    view = access.view_for(cast.henrik, second.pk)
    assert view.case == first
    assert CaseReport.objects.filter(case=first).count() == 2
    assert access.notes_of(view).count() == 1
    assert [case.pk for case in access.my_cases(cast.henrik)] == [first.pk]
    assert not access.my_tasks(cast.mads).filter(case=second).exists()


def test_each_of_two_affected_sees_only_their_own_words(cast: Cast) -> None:
    first = open_case(report=told(cast, sender=SENDER))
    second = open_case(report=told(cast, author=cast.jonas, sender=SENDER))
    join(case=second, into=first, by=cast.henrik)
    hers = access.reports_of(access.view_for(cast.rikke, first.pk))
    his = access.reports_of(access.view_for(cast.jonas, second.pk))
    assert [report.affected for report in hers] == [cast.rikke]
    assert [report.affected for report in his] == [cast.jonas]


def test_who_is_kept_out_of_one_is_kept_out_of_the_whole(cast: Cast) -> None:
    first = open_case(report=told(cast, sender=SENDER))
    second = open_case(report=told(cast, sender=SENDER))
    keep_out(case=second, person=cast.mads, why="conflict", by=cast.henrik)
    join(case=second, into=first, by=cast.henrik)
    with pytest.raises(Http404):
        access.case_for(cast.mads, first.pk)
    assert not first.tasks.filter(owner=cast.mads, state="open").exists()


def test_a_handler_who_is_hit_too_hands_her_steps_over(cast: Cast) -> None:
    first = open_case(report=told(cast, sender=SENDER))
    second = open_case(report=told(cast, author=cast.mads, sender=SENDER))
    join(case=second, into=first, by=cast.henrik)
    assert Member.objects.get(case=first, person=cast.mads).part == "affected"
    assert not first.tasks.filter(owner=cast.mads, state="open").exists()


def test_a_joined_case_is_closed_and_joins_once(cast: Cast) -> None:
    first = open_case(report=told(cast, sender=SENDER))
    second = open_case(report=told(cast, sender=SENDER))
    join(case=second, into=first, by=cast.henrik)
    with pytest.raises(CaseClosed):
        join(case=second, into=first, by=cast.henrik)
    assert not join(case=first, into=first, by=cast.henrik)


@pytest.mark.parametrize("crossed", [True, False])
def test_from_an_old_page_they_are_joined_already(cast: Cast, as_person, crossed) -> None:
    first = open_case(report=told(cast, sender=SENDER))
    second = open_case(report=told(cast, sender=SENDER))
    join(case=second, into=first, by=cast.henrik)
    case, into = (first, second) if crossed else (second, first)
    answer = as_person(cast.henrik).post(at("join", case), {"into": str(into.pk)}, follow=True)
    assert answer.redirect_chain[-1][0] == at("case", first)
    assert "Sagerne er lagt sammen i forvejen." in answer.content.decode()


def test_a_case_that_was_closed_meanwhile_is_not_joined(cast: Cast, as_person) -> None:
    first = open_case(report=told(cast, sender=SENDER))
    second = open_case(report=told(cast, sender=SENDER))
    close(case=first, outcome="stopped", word="Slut.", reason="Aftalt.", by=cast.henrik)
    henrik = as_person(cast.henrik)
    answer = henrik.post(at("join", second), {"into": str(first.pk)}, follow=True)
    assert (
        f"Sag {first.reference} er afsluttet og kan ikke lægges sammen" in answer.content.decode()
    )
    assert henrik.post(at("join", second), {"into": "x"}).status_code == 404
    hidden = open_case(report=told(cast, sender=SENDER))
    keep_out(case=hidden, person=cast.mads, why="conflict", by=cast.henrik)
    answer = as_person(cast.mads).post(at("join", second), {"into": str(hidden.pk)})
    assert answer.status_code == 404
