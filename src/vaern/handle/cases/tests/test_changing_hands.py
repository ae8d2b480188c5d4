"""Roles change hands while a case is open, and HR lifts what kept somebody out."""

import pytest
from conftest import Cast
from django.http import Http404

from vaern.ground.audit.models import AuditRow
from vaern.ground.notify.models import Notice
from vaern.ground.people.actions import give_role, take_role
from vaern.ground.people.models import Person, Role, RoleCode
from vaern.handle.cases import access, jobs
from vaern.handle.cases.actions import assign, keep_out, let_in, lift, open_case
from vaern.handle.cases.models import Case, Exclusion, Member, Part
from vaern.handle.cases.tests.episodes import told
from vaern.handle.cases.tests.pages import at, text_of
from vaern.handle.reports.models import ShutOut


def replaced(cast: Cast, old: Person, new: Person, code: str) -> None:
    role = Role.objects.get(person=old, code=code)
    give_role(person=new, unit=role.unit, code=code, by=None)
    take_role(role=role, by=None)
    for _ in range(2):
        jobs.watch()


def sees(person: Person, case: Case) -> bool:
    try:
        return access.handled_case(person, case.pk) == case
    except Http404:
        return False


@pytest.mark.parametrize(("who", "code"), [("mads", RoleCode.MANAGER), ("henrik", RoleCode.HR)])
def test_the_new_one_is_in_and_the_old_one_out(cast: Cast, who: str, code: str) -> None:
    case, old = open_case(report=told(cast)), getattr(cast, who)
    before = set(case.tasks.filter(owner=old).values_list("step", flat=True))
    replaced(cast, old, cast.jonas, code)
    assert sees(cast.jonas, case)
    assert not sees(old, case)
    assert before == set(case.tasks.filter(owner=cast.jonas).values_list("step", flat=True))
    assert Notice.objects.filter(person=cast.jonas, kind="task_for_you").count() == 1
    assert not Notice.objects.filter(person=old).exists()
    assert case.events.filter(code="people.left").count() == 1


def test_who_a_person_named_stays(cast: Cast) -> None:
    case = open_case(report=told(cast))
    task = case.tasks.filter(owner=cast.henrik).first()
    assert task is not None
    assign(task=task, owner=cast.mads, by=cast.henrik)
    let_in(case=case, person=cast.jonas, part=Part.HANDLER, why="expert", by=cast.henrik)
    replaced(cast, cast.mads, cast.karen, RoleCode.MANAGER)
    assert sees(cast.mads, case)
    assert list(case.tasks.filter(owner=cast.mads)) == [task]
    assert sees(cast.jonas, case)


def test_who_reported_it_still_reads_their_own(cast: Cast, as_person) -> None:
    case = open_case(report=told(cast, author=cast.mads, affected=cast.rikke))
    replaced(cast, cast.mads, cast.jonas, RoleCode.MANAGER)
    assert Member.objects.get(case=case, person=cast.mads).part == Part.REPORTER
    assert "Sagen, du indberettede" in text_of(as_person(cast.mads), at("case", case))


def test_nothing_changes_while_no_role_does(cast: Cast) -> None:
    case = open_case(report=told(cast))
    before = case.events.count(), Notice.objects.count()
    jobs.watch()
    assert (case.events.count(), Notice.objects.count()) == before


def test_hr_lifts_it_with_a_reason_on_the_timeline(cast: Cast, as_person) -> None:
    case = open_case(report=told(cast))
    keep_out(case=case, person=cast.mads, why="conflict", by=cast.henrik)
    henrik, page = as_person(cast.henrik), at("lift", case, person=cast.mads.pk)
    assert page in text_of(henrik, at("people", case))
    assert henrik.post(page, {"reason": " "}).status_code == 200
    assert henrik.post(page, {"reason": "Det var en anden Mads."}).status_code == 302
    assert sees(cast.mads, case)
    shown = text_of(henrik, at("case", case))
    assert "Det var en anden Mads." in shown
    assert "Mads Holm holdes ikke længere ude af sagen." in shown
    assert "en anden Mads" not in text_of(as_person(cast.rikke), at("case", case))
    assert not ShutOut.objects.exists()
    noted = AuditRow.objects.filter(action="people.lifted")
    assert noted.count() == 1
    assert "anden" not in str(list(noted.values()))


def test_only_hr_lifts_it(cast: Cast, as_person) -> None:
    case = open_case(report=told(cast))
    keep_out(case=case, person=cast.jonas, why="conflict", by=cast.henrik)
    amina, page = as_person(cast.amina), at("lift", case, person=cast.jonas.pk)
    assert page not in text_of(amina, at("people", case))
    assert amina.post(page, {"reason": "Nej."}).status_code == 404
    with pytest.raises(PermissionError):
        lift(case=case, person=cast.jonas, reason="Nej.", by=cast.amina)
    assert Exclusion.objects.get().person == cast.jonas


def test_the_deputy_is_free_with_them(cast: Cast) -> None:
    give_role(person=cast.mads, unit=cast.unit, code=RoleCode.MANAGER, deputy=cast.jonas, by=None)
    case = open_case(report=told(cast))
    keep_out(case=case, person=cast.mads, why="conflict", by=cast.henrik)
    assert Exclusion.objects.count() == 2
    assert lift(case=case, person=cast.mads, reason="Afklaret.", by=cast.henrik)
    assert not lift(case=case, person=cast.mads, reason="Afklaret.", by=cast.henrik)
    assert not Exclusion.objects.exists()
