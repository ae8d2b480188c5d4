"""When nobody can act: it is said, told, and tried again; and a small workplace helps itself."""

import pytest
from conftest import Cast
from django.urls import reverse

from vaern.ground.notify.models import Notice
from vaern.ground.people.actions import close_person, give_role
from vaern.ground.people.models import Role, RoleCode
from vaern.handle.cases import access, jobs
from vaern.handle.cases.actions import complete, join, keep_out, let_in, open_case
from vaern.handle.cases.models import Case, Member, Part
from vaern.handle.cases.tests.episodes import told
from vaern.handle.cases.tests.pages import at, text_of

NOBODY = "Lige nu er der ingen, der kan tage sagen."
ALONE = "Du behandler din egen sag"


@pytest.fixture
def deserted(cast: Cast) -> Case:
    Role.objects.filter(code__in=[RoleCode.HR, RoleCode.MANAGER, RoleCode.AMR]).delete()
    return open_case(report=told(cast))


def test_it_is_said_to_the_one_it_hit(cast: Cast, as_person, deserted: Case) -> None:
    rikke, report = as_person(cast.rikke), deserted.casereports.get().report_id
    for address in (at("case", deserted), reverse("cases:receipt", args=[report])):
        assert NOBODY in text_of(rikke, address)
    deserted.tasks.update(state="done")
    for address in (at("case", deserted), reverse("cases:receipt", args=[report])):
        assert NOBODY not in text_of(rikke, address)


def test_administrators_hear_of_the_role_and_not_of_the_case(cast: Cast, deserted: Case) -> None:
    for _ in range(2):
        jobs.watch()
    notice = Notice.objects.get(person=cast.karen)
    assert notice.kind == "role_missing"
    assert str(deserted.pk) not in notice.path


def test_it_is_tried_again_when_somebody_has_the_role(
    cast: Cast, as_person, deserted: Case
) -> None:
    give_role(person=cast.jonas, unit=cast.top, code=RoleCode.HR, by=None)
    for _ in range(2):
        jobs.watch()
    assert deserted.tasks.get(step="take_over").owner == cast.jonas
    assert Notice.objects.filter(person=cast.jonas, kind="task_for_you").count() == 1
    assert access.handled_case(cast.jonas, deserted.pk) == deserted
    assert NOBODY not in text_of(as_person(cast.rikke), at("case", deserted))


def test_hr_hears_of_a_step_whose_role_nobody_has(cast: Cast, as_person) -> None:
    Role.objects.filter(code__in=[RoleCode.HR]).delete()
    case = open_case(report=told(cast))
    assert "har ingen person" in text_of(as_person(cast.mads), at("case", case))
    assert Notice.objects.filter(person=cast.karen, kind="role_missing").exists()


def test_who_is_kept_out_hears_of_no_role(cast: Cast, deserted: Case) -> None:
    Notice.objects.all().delete()
    give_role(person=cast.amina, unit=cast.top, code=RoleCode.HR, by=None)
    jobs.watch()
    keep_out(case=deserted, person=cast.karen, why="conflict", by=cast.amina)
    keep_out(case=deserted, person=cast.amina, why="conflict", by=cast.amina)
    assert not Notice.objects.exclude(person=cast.rikke).filter(kind="role_missing").exists()


def test_steps_of_who_has_left_the_workplace_go_on(cast: Cast) -> None:
    case = open_case(report=told(cast))
    close_person(person=cast.mads, by=None)
    jobs.watch()
    assert case.tasks.get(step="take_over").owner == cast.henrik


@pytest.fixture
def small(cast: Cast) -> Case:
    """A workplace where Henrik holds every role, and it happened to him."""
    Role.objects.filter(code=RoleCode.MANAGER).delete()
    give_role(person=cast.henrik, unit=cast.top, code=RoleCode.MANAGER, by=None)
    return open_case(report=told(cast, author=cast.henrik))


def test_the_only_one_runs_her_own_case_and_is_advised(cast, as_person, small: Case) -> None:
    henrik = as_person(cast.henrik)
    assert small.tasks.get(step="take_over").owner == cast.henrik
    assert ALONE in text_of(henrik, at("case", small))
    assert "luk en anden ind" in text_of(henrik, at("case", small))
    task = small.tasks.get(step="take_over")
    assert complete(task=access.task_for(cast.henrik, task.pk), result="Talt.", by=cast.henrik)


def test_she_is_told_when_her_steps_are_late(cast: Cast, small: Case) -> None:
    Case.objects.update(opened_at="2026-01-01T10:00:00Z")
    small.tasks.filter(step="take_over").update(due_at="2026-01-02T10:00:00Z")
    jobs.watch()
    assert Notice.objects.filter(person=cast.henrik, kind="task_overdue").exists()


def test_whoever_she_lets_in_takes_over(cast: Cast, as_person, small: Case) -> None:
    given = {"do": "in", "in-person": cast.jonas.pk, "in-part": "handler", "in-why": "asked"}
    henrik = as_person(cast.henrik)
    answer = henrik.post(at("people", small), given, follow=True)
    assert answer.status_code == 200
    assert Member.objects.get(case=small, person=cast.henrik).part == Part.AFFECTED
    assert small.tasks.get(step="take_over").owner == cast.jonas
    assert "Din sag" in text_of(henrik, at("case", small))
    assert henrik.get(at("people", small)).status_code == 404


def test_support_takes_nothing_from_her(cast: Cast, small: Case) -> None:
    let_in(case=small, person=cast.jonas, part=Part.SUPPORT, why="asked", by=cast.henrik)
    assert small.tasks.get(step="take_over").owner == cast.henrik


def test_a_new_manager_relieves_her(cast: Cast, as_person, small: Case) -> None:
    give_role(person=cast.jonas, unit=cast.unit, code=RoleCode.MANAGER, by=None)
    jobs.watch()
    assert small.tasks.get(step="take_over").owner == cast.jonas
    assert ALONE not in text_of(as_person(cast.henrik), at("case", small))
    assert not small.tasks.filter(owner=cast.henrik, state="open").exists()


def test_two_cases_joined_are_hers_still(cast: Cast, small: Case) -> None:
    other = open_case(report=told(cast, author=cast.henrik))
    join(case=other, into=small, by=cast.henrik)
    assert small.tasks.get(step="take_over").owner == cast.henrik
    assert access.view_for(cast.henrik, other.pk).is_alone


def test_her_deputy_comes_before_herself(cast: Cast) -> None:
    Role.objects.filter(code=RoleCode.MANAGER).delete()
    give_role(person=cast.henrik, unit=cast.top, code=RoleCode.HR, deputy=cast.jonas, by=None)
    case = open_case(report=told(cast, author=cast.henrik))
    assert case.tasks.get(step="take_over").owner == cast.jonas
    assert Member.objects.get(case=case, person=cast.henrik).part == Part.AFFECTED
