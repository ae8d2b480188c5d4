"""A second message from the same sender can be joined to the first case."""

import pytest
from conftest import Cast
from django.http import Http404

from vaern.handle.cases import access
from vaern.handle.cases.actions import add_note, join, keep_out, open_case
from vaern.handle.cases.changing import CaseClosed
from vaern.handle.cases.models import CaseReport, Member
from vaern.handle.cases.tests.episodes import told

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
