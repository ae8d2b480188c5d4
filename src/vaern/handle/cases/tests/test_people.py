"""Letting people in, and keeping people out whatever their role."""

import pytest
from conftest import Cast
from django.http import Http404

from vaern.ground.notify.models import Notice
from vaern.handle.cases import access
from vaern.handle.cases.actions import assign, keep_out, let_in, open_case
from vaern.handle.cases.changing import KeptOut
from vaern.handle.cases.models import Exclusion, Part
from vaern.handle.cases.tests.episodes import told


def test_let_in_once_and_told(cast: Cast) -> None:
    case = open_case(report=told(cast))
    for _ in range(2):
        let_in(case=case, person=cast.jonas, part=Part.SUPPORT, why="asked", by=cast.henrik)
    assert access.handled_case(cast.jonas, case.pk) == case
    assert Notice.objects.filter(person=cast.jonas).count() == 1
    assert case.events.filter(code="people.let_in").count() == 5


def test_kept_out_loses_the_case_the_steps_and_the_notices(cast: Cast) -> None:
    case = open_case(report=told(cast))
    assert Notice.objects.filter(person=cast.mads).exists()
    assert keep_out(case=case, person=cast.mads, why="conflict", by=cast.henrik)
    with pytest.raises(Http404):
        access.case_for(cast.mads, case.pk)
    assert not case.tasks.filter(owner=cast.mads, state="open").exists()
    assert case.tasks.get(step="take_over").owner == cast.henrik
    assert not Notice.objects.filter(person=cast.mads).exists()


def test_keeping_out_twice_is_once(cast: Cast) -> None:
    case = open_case(report=told(cast))
    keep_out(case=case, person=cast.mads, why="conflict", by=cast.henrik)
    assert not keep_out(case=case, person=cast.mads, why="named", by=cast.henrik)
    assert Exclusion.objects.get(case=case).why == "conflict"


def test_kept_out_can_be_given_nothing(cast: Cast) -> None:
    case = open_case(report=told(cast))
    keep_out(case=case, person=cast.mads, why="conflict", by=cast.henrik)
    with pytest.raises(KeptOut):
        let_in(case=case, person=cast.mads, part=Part.HANDLER, why="asked", by=cast.henrik)
    with pytest.raises(KeptOut):
        assign(task=case.tasks.get(step="take_over"), owner=cast.mads, by=cast.henrik)


def test_nobody_keeps_the_affected_out_of_her_own_case(cast: Cast) -> None:
    case = open_case(report=told(cast))
    with pytest.raises(KeptOut):
        keep_out(case=case, person=cast.rikke, why="conflict", by=cast.henrik)


def test_only_handlers_know_who_is_kept_out(cast: Cast) -> None:
    case = open_case(report=told(cast))
    keep_out(case=case, person=cast.mads, why="named", by=cast.henrik)
    hers, his = access.view_for(cast.rikke, case.pk), access.view_for(cast.henrik, case.pk)
    assert not access.kept_out_of(hers).exists()
    assert access.kept_out_of(his).count() == 1
    assert not access.events_of(hers).filter(code="people.kept_out").exists()
