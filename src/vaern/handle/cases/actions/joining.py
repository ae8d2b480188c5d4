"""Joining cases from the same sender."""

from collections.abc import Iterator
from contextlib import contextmanager

from vaern.ground.people.models import Person, RoleCode
from vaern.handle.cases.access import HANDLING
from vaern.handle.cases.actions.adding_up import add_up
from vaern.handle.cases.actions.people import close_reports, free_of_steps, shut_out
from vaern.handle.cases.actions.reopening import look_again
from vaern.handle.cases.actions.replanning import plan_again
from vaern.handle.cases.actions.roles import let_go
from vaern.handle.cases.changing import Change, OwnCase, changing
from vaern.handle.cases.conflicts import DEPUTY, clash
from vaern.handle.cases.doubt import doubted, from_inside
from vaern.handle.cases.letting_in import ALONE, admit, hit, kept_out
from vaern.handle.cases.models import (
    Case,
    CaseReport,
    CaseState,
    Exclusion,
    Member,
    Part,
    TaskState,
)
from vaern.handle.cases.people_shown import CHOSEN_WHY
from vaern.handle.cases.planning import LOOK_AGAIN, judge_again, set_aside_all
from vaern.handle.cases.staffing import staff_of
from vaern.handle.cases.whose import say_whose
from vaern.handle.reports.models import Report


def join(*, case: Case, into: Case, by: Person) -> bool:
    """Make ``case`` part of ``into``: its reports, people and those kept out come along.

    What the whole is comes first: nobody is let in to what they would be kept from.
    Its own tasks end and it is closed; its timeline, notes and contacts are read from there.
    False when it is the same case. Raises CaseClosed when either is closed.
    """
    if case.pk == into.pk:
        return False
    with _both(case, into, by) as (old, whole):
        _check_own(old.case, whole.case)
        say_whose(old.case)
        say_whose(whole.case)
        add_up(old.case, whole.case)
        judge_again(whole.case, whole.at)
        whole.case.save()
        _bring_people(old.case, whole)
        CaseReport.objects.filter(case=old.case).update(case=whole.case)
        _close_all(whole)
        looked_at = not _waits_for_a_look(old.case)
        set_aside_all(old, "joined")
        old.case.state, old.case.closed_at = CaseState.CLOSED, old.at
        old.case.joined_into = whole.case
        old.case.save()
        old.happened("case.joined", into=str(into.pk))
        whole.happened("case.took_in", other=str(case.pk))
        _keep_to_hr(whole)
        plan_again(whole)
        if not looked_at:
            look_again(whole)
    return True


@contextmanager
def _both(case: Case, into: Case, by: Person) -> Iterator[tuple[Change, Change]]:
    """Both cases locked, always in the same order: two joins at once cannot wait for each other."""
    first, second = sorted((case, into), key=lambda one: one.pk)
    with changing(first, by=by) as one, changing(second, by=by) as other:
        yield (one, other) if first.pk == case.pk else (other, one)


def _check_own(old: Case, whole: Case) -> None:
    """Who is hit by one and kept out of the other would lose her own case: they stay two.

    A stand-in is kept out only for another's sake, and not of what hit herself.
    """
    if person := clash(old, whole):
        raise OwnCase(str(person))
    for case, other in ((old, whole), (whole, old)):
        Exclusion.objects.filter(case=case, person__in=hit(other), why=DEPUTY).delete()


def _bring_people(old: Case, whole: Change) -> None:
    """Who is kept out of one is kept out of the whole; the rest are let in as they were."""
    for out in Exclusion.objects.filter(case=old).select_related("person__workplace__key"):
        shut_out(whole, out.person, out.why)
    barred = kept_out(whole.case)
    for member in Member.objects.filter(case=old).select_related("person__workplace__key"):
        part = _part_in(whole, old, member)
        if part and member.person_id not in barred:
            why = member.why if member.why in CHOSEN_WHY else "joined"
            admit(whole, member.person, part, why, member.role)
            free_of_steps(whole, member.person)


def _part_in(whole: Change, old: Case, member: Member) -> str:
    """The part in which somebody comes along; "" for none."""
    if _only_by_role(whole, member):
        told = Report.objects.filter(in_case__case=old, author=member.person_id)
        return Part.REPORTER if told.exists() else ""
    return Part.AFFECTED if member.why == ALONE else member.part


def _waits_for_a_look(old: Case) -> bool:
    """Was it opened again, and nobody has looked at it yet?"""
    return old.tasks.filter(step__startswith=LOOK_AGAIN, state=TaskState.OPEN).exists()


def _close_all(whole: Change) -> None:
    """The reports of both are closed for everybody who is kept out of the whole."""
    for out in Exclusion.objects.filter(case=whole.case).select_related("person__workplace__key"):
        close_reports(whole, out.person)


def _keep_to_hr(whole: Change) -> None:
    """Where one of us is behind it, or may be, no manager stays by role alone: it may be theirs."""
    for member in Member.objects.filter(case=whole.case).select_related("person__workplace__key"):
        if _only_by_role(whole, member):
            let_go(whole, member, "inside")


def _only_by_role(whole: Change, member: Member) -> bool:
    """Is it a manager, or who may be behind it, whom nobody has chosen for the case?

    A manager who leads it, since there is no HR, is as good as chosen.
    """
    case, chosen = whole.case, (*CHOSEN_WHY, ALONE)
    if not member.role or member.part not in HANDLING or member.why in chosen:
        return False
    if member.person_id == doubted(case):
        return True
    held = staff_of(case, whole.at).somebody
    leads = held is not None and held.owner.pk == member.person_id
    return member.role == RoleCode.MANAGER and from_inside(case) and not leads
