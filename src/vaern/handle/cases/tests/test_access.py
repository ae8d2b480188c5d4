"""Who sees a case is a matter of membership; hidden and missing look the same."""

import pytest
from conftest import Cast
from django.http import Http404
from django_scopes import scope

from vaern.ground.people.models import Person
from vaern.handle.cases import access
from vaern.handle.cases.actions import open_case
from vaern.handle.cases.models import Exclusion, Note
from vaern.handle.cases.tests.episodes import told


def sees(person: Person, pk: object) -> bool:
    try:
        access.case_for(person, str(pk))
    except Http404:
        return False
    return True


def test_members_see_the_case_and_nobody_else(cast: Cast) -> None:
    case = open_case(report=told(cast))
    for person in (cast.rikke, cast.mads, cast.amina, cast.henrik):
        assert sees(person, case.pk), person
    for person in (cast.karen, cast.jonas):
        assert not sees(person, case.pk), person


def test_another_workplace_sees_nothing(cast: Cast) -> None:
    case = open_case(report=told(cast))
    with scope(workplace=cast.olga.workplace):
        assert not sees(cast.olga, case.pk)
        assert not access.my_cases(cast.olga).exists()


def test_kept_out_stays_out_even_with_a_membership(cast: Cast) -> None:
    case = open_case(report=told(cast))
    Exclusion.objects.create(
        workplace=cast.workplace, case=case, person=cast.mads, why="named", at=case.opened_at
    )
    assert not sees(cast.mads, case.pk)
    assert not access.my_tasks(cast.mads).exists()
    assert not access.my_cases(cast.mads).exists()


@pytest.mark.parametrize("pk", ["no-uuid", "0199c1a0-0000-7000-8000-000000000000"])
def test_missing_and_malformed_look_hidden(cast: Cast, pk: str) -> None:
    with pytest.raises(Http404):
        access.case_for(cast.henrik, pk)
    with pytest.raises(Http404):
        access.task_for(cast.henrik, pk)


def test_only_handlers_handle(cast: Cast) -> None:
    case = open_case(report=told(cast))
    task = case.tasks.get(step="take_over")
    assert access.handled_case(cast.amina, case.pk) == case
    assert access.task_for(cast.mads, task.pk) == task
    with pytest.raises(Http404):
        access.handled_case(cast.rikke, case.pk)
    with pytest.raises(Http404):
        access.task_for(cast.rikke, task.pk)


def test_the_affected_sees_what_is_done_for_her_and_no_notes(cast: Cast) -> None:
    case = open_case(report=told(cast))
    Note.objects.create(
        workplace=cast.workplace, case=case, author=cast.henrik, at=case.opened_at, text="Internt"
    )
    hers, his = access.view_for(cast.rikke, case.pk), access.view_for(cast.henrik, case.pk)
    assert (hers.is_affected, hers.is_handler) == (True, False)
    assert not access.notes_of(hers).exists()
    assert access.notes_of(his).count() == 1
    assert "pattern" not in {task.step for task in access.tasks_of(hers)}
    assert "pattern" in {task.step for task in access.tasks_of(his)}
    assert not access.events_of(hers).filter(code="triage.suggested").exists()


def test_a_reporter_sees_their_own_report_only(cast: Cast) -> None:
    report = told(cast, author=cast.jonas, affected=cast.rikke)
    view = access.view_for(cast.jonas, open_case(report=report).pk)
    assert view.is_reporter
    assert [each.pk for each in access.reports_of(view)] == [report.pk]


def test_my_tasks_come_nearest_first(cast: Cast) -> None:
    open_case(report=told(cast))
    dues = [task.due_at for task in access.my_tasks(cast.mads)]
    assert dues == sorted(dues)
    assert len(dues) > 3
