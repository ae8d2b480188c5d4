"""Steps are given to people, done, or set aside with a reason; a double click does nothing more."""

import pytest
from conftest import Cast

from vaern.ground.notify.models import Notice
from vaern.handle.cases import access
from vaern.handle.cases.actions import (
    assign,
    close,
    complete,
    open_case,
    set_not_relevant,
)
from vaern.handle.cases.changing import CaseClosed, KeptOut, Missing
from vaern.handle.cases.models import Member, Task
from vaern.handle.cases.tests.episodes import told


def task_of(cast: Cast, step: str = "take_over") -> Task:
    open_case(report=told(cast))
    return Task.objects.select_related("case").get(step=step)


def test_done_with_a_result(cast: Cast) -> None:
    task = task_of(cast)
    assert complete(task=task, result="Vi talte sammen kl. 10.", by=cast.mads)
    assert not complete(task=task, result="Igen", by=cast.henrik)
    task.refresh_from_db()
    assert (task.state, task.result, task.done_by) == (
        "done",
        "Vi talte sammen kl. 10.",
        cast.mads,
    )
    assert task.case.events.filter(code="task.done").count() == 1


def test_done_needs_a_result_and_setting_aside_a_reason(cast: Cast) -> None:
    task = task_of(cast)
    with pytest.raises(Missing):
        complete(task=task, result="  ", by=cast.mads)
    with pytest.raises(Missing):
        set_not_relevant(task=task, reason="", by=cast.mads)


def test_set_aside_with_a_reason(cast: Cast) -> None:
    task = task_of(cast, "relief")
    assert set_not_relevant(task=task, reason="Rikke ønsker det ikke.", by=cast.mads)
    assert not complete(task=task, result="Gjort", by=cast.mads)
    task.refresh_from_db()
    assert (task.state, task.result) == ("not_relevant", "Rikke ønsker det ikke.")


def test_who_gets_a_step_is_let_in_and_told(cast: Cast) -> None:
    task = task_of(cast)
    assert assign(task=task, owner=cast.jonas, by=cast.mads)
    assert not assign(task=task, owner=cast.jonas, by=cast.mads)
    assert access.task_for(cast.jonas, task.pk).owner == cast.jonas
    assert Notice.objects.filter(person=cast.jonas, kind="task_for_you").count() == 1


def test_taking_a_step_oneself_tells_nobody(cast: Cast) -> None:
    task = task_of(cast)
    assign(task=task, owner=cast.henrik, by=cast.henrik)
    assert not Notice.objects.filter(kind="task_for_you").exists()


def test_the_affected_is_given_no_step(cast: Cast) -> None:
    task = task_of(cast)
    with pytest.raises(KeptOut):
        assign(task=task, owner=cast.rikke, by=cast.mads)
    assert Member.objects.get(case=task.case, person=cast.rikke).part == "affected"


def test_a_closed_case_is_only_read(cast: Cast) -> None:
    task = task_of(cast)
    close(case=task.case, outcome="stopped", word="Tak.", reason="Prøve", by=cast.henrik)
    with pytest.raises(CaseClosed):
        complete(task=task, result="For sent", by=cast.mads)
    assert not access.my_tasks(cast.mads).exists()


def test_every_new_owner_is_told_also_the_second_time(cast: Cast) -> None:
    case = open_case(report=told(cast))
    task = case.tasks.get(step="take_over")
    for owner in (cast.jonas, cast.henrik, cast.jonas):
        assert assign(task=task, owner=owner, by=cast.amina)
    assert Notice.objects.filter(person=cast.jonas, kind="task_for_you").count() == 2
    assert Notice.objects.filter(person=cast.henrik, kind="task_for_you").count() == 1
