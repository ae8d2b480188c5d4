"""Who is named or in conflict is out of it, with whoever they chose to stand in for them."""

from typing import Any

import pytest
from conftest import Cast
from django.utils import timezone

from vaern.ground.notify.models import Notice
from vaern.ground.people.actions import give_role, set_absence, take_role
from vaern.ground.people.models import Role, RoleCode
from vaern.handle.cases import access, jobs
from vaern.handle.cases.actions import join, keep_out, let_in, open_case, overrule
from vaern.handle.cases.changing import OwnCase
from vaern.handle.cases.models import Case, Exclusion, Member, Part
from vaern.handle.cases.tests.episodes import THREAT, told
from vaern.handle.cases.tests.pages import at, text_of


def stood_in_for(cast: Cast) -> None:
    """Jonas is Mads' deputy and AMR too; Karen is the manager above."""
    give_role(person=cast.mads, unit=cast.unit, code=RoleCode.MANAGER, deputy=cast.jonas, by=None)
    give_role(person=cast.jonas, unit=cast.unit, code=RoleCode.AMR, by=None)
    give_role(person=cast.karen, unit=cast.top, code=RoleCode.MANAGER, by=None)


def names_mads(cast: Cast) -> dict[str, Any]:
    return {**THREAT, "relation": "manager", "internal_person": str(cast.mads.pk)}


def nothing_in_it(case: Case, *people: Any) -> None:
    assert not case.tasks.filter(owner__in=people, state="open").exists()
    assert not case.tasks.filter(deputy__in=people).exists()
    assert not Member.objects.filter(case=case, person__in=people).exists()
    assert not Notice.objects.filter(person__in=people).exists()


def test_the_named_manager_and_her_deputy_are_out_from_the_start(cast: Cast) -> None:
    stood_in_for(cast)
    case = open_case(report=told(cast, names_mads(cast)))
    out = dict(Exclusion.objects.filter(case=case).values_list("person", "why"))
    assert out == {cast.mads.pk: "named", cast.jonas.pk: "deputy"}
    nothing_in_it(case, cast.mads, cast.jonas)
    assert case.tasks.get(step="take_over").owner == cast.henrik


def test_in_conflict_the_manager_above_takes_over_and_is_told_once(cast: Cast) -> None:
    stood_in_for(cast)
    case = open_case(report=told(cast))
    keep_out(case=case, person=cast.mads, why="conflict", by=cast.henrik)
    nothing_in_it(case, cast.mads, cast.jonas)
    assert case.tasks.get(step="take_over").owner == cast.karen
    assert Notice.objects.filter(person=cast.karen, kind="task_for_you").count() == 1


def test_who_takes_over_is_shown_with_their_own_role(cast: Cast) -> None:
    case = open_case(report=told(cast))
    keep_out(case=case, person=cast.mads, why="conflict", by=cast.amina)
    task = case.tasks.get(step="take_over")
    assert (task.owner, task.role) == (cast.henrik, "hr")
    late_roles = case.tasks.filter(owner=cast.henrik).values_list("role", flat=True)
    assert set(late_roles) == {"hr"}


def test_neither_role_nor_absence_brings_them_back(cast: Cast) -> None:
    stood_in_for(cast)
    today = timezone.localdate()
    set_absence(person=cast.mads, first_day=today, last_day=today, by=None)
    case = open_case(report=told(cast, names_mads(cast)))
    for role in (RoleCode.HR, RoleCode.MANAGER):
        give_role(person=cast.mads, unit=cast.top, code=role, by=None)
        give_role(person=cast.jonas, unit=cast.top, code=role, by=None)
    cast.mads.absences.all().delete()
    jobs.watch()
    nothing_in_it(case, cast.mads, cast.jonas)


def test_a_step_that_comes_back_goes_to_somebody_else_who_is_told(cast: Cast) -> None:
    case = open_case(report=told(cast))
    said = {"urgency": 2, "severity": "serious", "by": cast.henrik, "reason": "Læst."}
    overrule(case=case, harassment=False, kinds=[], **said)  # type: ignore[arg-type]
    keep_out(case=case, person=cast.mads, why="conflict", by=cast.henrik)
    Notice.objects.all().delete()
    give_role(person=cast.karen, unit=cast.top, code=RoleCode.MANAGER, by=None)
    overrule(case=case, harassment=True, kinds=["threat"], **said)  # type: ignore[arg-type]
    nothing_in_it(case, cast.mads)
    assert case.tasks.get(step="take_over").owner == cast.karen
    assert Notice.objects.filter(person=cast.karen, kind="task_for_you").exists()


def test_where_hr_is_named_the_manager_has_it(cast: Cast) -> None:
    answers = {**THREAT, "relation": "colleague", "internal_person": str(cast.henrik.pk)}
    case = open_case(report=told(cast, answers))
    nothing_in_it(case, cast.henrik)
    assert case.tasks.get(step="take_over").owner == cast.mads


def test_the_last_in_hr_is_not_drawn_out_as_a_deputy(cast: Cast) -> None:
    give_role(person=cast.mads, unit=cast.unit, code=RoleCode.MANAGER, deputy=cast.henrik, by=None)
    case = open_case(report=told(cast, names_mads(cast)))
    assert case.tasks.get(step="take_over").owner == cast.henrik


@pytest.mark.parametrize("part", ["affected", "author"])
def test_a_deputy_keeps_her_own_case(cast: Cast, as_person, part: str) -> None:
    stood_in_for(cast)
    people = {"affected": cast.rikke, "author": cast.amina} | {part: cast.jonas}
    author, affected = people["author"], people["affected"]
    case = open_case(report=told(cast, names_mads(cast), author=author, affected=affected))
    keep_out(case=case, person=cast.mads, why="named", by=cast.henrik)
    assert as_person(cast.jonas).get(at("case", case)).status_code == 200


def test_who_a_person_let_in_stays_when_they_are_a_deputy_too(cast: Cast) -> None:
    stood_in_for(cast)
    Role.objects.filter(person=cast.jonas).delete()
    case = open_case(report=told(cast))
    let_in(case=case, person=cast.jonas, part=Part.SUPPORT, why="supports", by=cast.henrik)
    keep_out(case=case, person=cast.mads, why="conflict", by=cast.henrik)
    assert access.handled_case(cast.jonas, case.pk) == case


def test_nobody_it_hit_is_kept_out_of_one_of_the_reports(cast: Cast) -> None:
    case, other = open_case(report=told(cast)), open_case(report=told(cast, author=cast.jonas))
    join(case=other, into=case, by=cast.henrik)
    with pytest.raises(OwnCase):
        keep_out(case=case, person=cast.jonas, why="named", by=cast.henrik)
    assert access.case_for(cast.jonas, case.pk) == case


def test_cases_are_not_joined_over_somebodys_head(cast: Cast, as_person) -> None:
    hers = open_case(report=told(cast, sender="x@y.dk"))
    other = open_case(report=told(cast, author=cast.jonas, sender="x@y.dk"))
    assert "Samme afsender" in text_of(as_person(cast.henrik), at("case", other))
    keep_out(case=other, person=cast.rikke, why="named", by=cast.henrik)
    assert "Samme afsender" not in text_of(as_person(cast.henrik), at("case", other))
    with pytest.raises(OwnCase):
        join(case=hers, into=other, by=cast.henrik)
    assert access.case_for(cast.rikke, hers.pk) == hers


def test_losing_the_role_does_not_open_the_door(cast: Cast) -> None:
    stood_in_for(cast)
    case = open_case(report=told(cast, names_mads(cast)))
    take_role(role=Role.objects.get(person=cast.mads, code=RoleCode.MANAGER), by=None)
    jobs.watch()
    nothing_in_it(case, cast.mads, cast.jonas)
