"""A report becomes a case with tasks, owners, deadlines and the right people let in."""

from datetime import timedelta

from conftest import Cast

from vaern.ground.audit.actions import verify
from vaern.ground.notify.models import Notice
from vaern.ground.people.actions import give_role
from vaern.ground.people.models import Role, RoleCode
from vaern.handle.cases.actions import open_case
from vaern.handle.cases.models import Case, Exclusion, Member, Task
from vaern.handle.cases.tests.episodes import THREAT, told
from vaern.handle.reports.models import Status


def parts(case: Case) -> dict[str, str]:
    return {str(m.person): m.part for m in Member.objects.filter(case=case)}


def test_a_threat_opens_a_case_with_owners(cast: Cast) -> None:
    case = open_case(report=told(cast))
    owners = {task.step: task.owner for task in case.tasks.all()}
    assert case.reference.endswith("-0001")
    assert owners["take_over"] == cast.mads
    assert owners["pattern"] == cast.amina
    assert owners["absence_check"] == cast.henrik
    assert "easy_absence" not in owners


def test_the_right_people_are_let_in(cast: Cast) -> None:
    assert parts(open_case(report=told(cast))) == {
        "Rikke Lund": "affected",
        "Mads Holm": "handler",
        "Amina Yusuf": "support",
        "Henrik Dam": "handler",
    }


def test_opening_twice_makes_one_case(cast: Cast) -> None:
    report = told(cast)
    first, again = open_case(report=report), open_case(report=report)
    report.refresh_from_db()
    assert first == again
    assert Case.objects.count() == 1
    assert report.status == Status.IN_CASE
    assert verify(workplace=cast.workplace) is None


def test_numbers_follow_each_other(cast: Cast) -> None:
    cases = [open_case(report=told(cast)) for _ in range(3)]
    assert [case.number for case in cases] == [1, 2, 3]


def test_the_police_deadline_runs_from_the_episode(cast: Cast) -> None:
    report = told(cast)
    police = open_case(report=report).tasks.get(step="police")
    assert police.statutory
    assert police.owner == cast.mads
    assert (
        timedelta(hours=71, minutes=59) < police.due_at - report.created_at <= timedelta(hours=72)
    )


def test_each_is_told_once(cast: Cast) -> None:
    report = told(cast)
    open_case(report=report)
    open_case(report=report)
    kinds = {str(notice.person): notice.kind for notice in Notice.objects.all()}
    assert Notice.objects.count() == 4
    assert kinds["Rikke Lund"] == "case_about_you"
    assert kinds["Mads Holm"] == kinds["Henrik Dam"] == "case_for_you"


def test_acute_danger_comes_first(cast: Cast) -> None:
    case = open_case(report=told(cast, {**THREAT, "danger": "yes"}))
    first = case.tasks.order_by("order").first()
    assert case.urgency == 3
    assert first is not None
    assert first.step == "safety"
    assert Notice.objects.filter(person=cast.mads, kind="case_acute").exists()
    assert Notice.objects.filter(person=cast.henrik, kind="case_acute").exists()


def test_who_is_named_as_sender_is_kept_out(cast: Cast) -> None:
    answers = {**THREAT, "relation": "manager", "internal_person": str(cast.mads.pk)}
    case = open_case(report=told(cast, answers))
    assert case.regime == "kraenkende_handlinger"
    assert "Mads Holm" not in parts(case)
    assert Exclusion.objects.get(case=case).person == cast.mads
    assert not case.tasks.filter(owner=cast.mads).exists()
    assert not Notice.objects.filter(person=cast.mads).exists()


def test_an_internal_sender_goes_to_hr_and_so_does_the_police_step(cast: Cast) -> None:
    case = open_case(report=told(cast, {**THREAT, "relation": "manager"}))
    assert case.tasks.get(step="police").owner == cast.henrik
    assert case.tasks.get(step="internal_procedure").owner == cast.henrik
    assert case.tasks.get(step="take_over").owner == cast.henrik
    assert "Mads Holm" not in parts(case)


def test_a_threatened_manager_never_handles_her_own_case(cast: Cast) -> None:
    case = open_case(report=told(cast, author=cast.mads))
    assert parts(case)["Mads Holm"] == "affected"
    assert not case.tasks.filter(owner=cast.mads).exists()
    assert case.tasks.get(step="take_over").owner == cast.henrik


def test_a_step_nobody_can_do_is_shown_and_told(cast: Cast) -> None:
    Role.objects.filter(code=RoleCode.HR).delete()
    give_role(person=cast.jonas, unit=cast.top, code=RoleCode.MANAGER, by=None)
    case = open_case(report=told(cast))
    assert case.tasks.get(step="absence_check").owner is None
    assert case.events.filter(code="plan.nobody").exists()
    assert Notice.objects.filter(person=cast.mads, kind="step_without_owner").exists()


def test_nobody_at_all_still_opens_and_calls_an_administrator(cast: Cast) -> None:
    Role.objects.filter(code__in=[RoleCode.HR, RoleCode.MANAGER, RoleCode.AMR]).delete()
    case = open_case(report=told(cast))
    assert not Task.objects.filter(case=case).exclude(owner=None).exists()
    notice = Notice.objects.get(person=cast.karen)
    assert str(case.pk) not in notice.path


def test_who_reports_for_a_colleague_is_let_in_too(cast: Cast) -> None:
    case = open_case(report=told(cast, author=cast.jonas, affected=cast.rikke))
    assert parts(case)["Jonas Bæk"] == "reporter"
    assert parts(case)["Rikke Lund"] == "affected"


def test_no_manager_hears_of_an_internal_case_that_lacks_hr(cast: Cast) -> None:
    Role.objects.filter(code=RoleCode.HR).delete()
    case = open_case(report=told(cast, {**THREAT, "relation": "manager"}))
    assert not case.tasks.exclude(owner=None).exists()
    assert not Notice.objects.filter(person=cast.mads).exists()
    assert Notice.objects.filter(person=cast.karen, kind="role_missing").exists()
