"""Letting people in and keeping people out."""

from collections.abc import Iterable

from vaern.ground.notify.actions import withdraw
from vaern.ground.people.access import has_role
from vaern.ground.people.holders import Holding
from vaern.ground.people.models import Person, RoleCode
from vaern.handle.cases.actions.tasks import hand_over
from vaern.handle.cases.changing import Change, OwnCase, changing
from vaern.handle.cases.conflicts import DEPUTY, drawn_out, staying_in
from vaern.handle.cases.doubt import settle
from vaern.handle.cases.letting_in import ALONE, admit, barred, entry_of, hit
from vaern.handle.cases.models import Case, Exclusion, Member, Part, Task, TaskState
from vaern.handle.cases.paths import path_of
from vaern.handle.cases.staffing import staff_of
from vaern.handle.cases.telling import tell_about, tell_of_steps, tell_who_is_missing
from vaern.handle.cases.whose import say_whose
from vaern.handle.reports.actions import close_for, it_hit
from vaern.handle.reports.models import Report


def let_in(*, case: Case, person: Person, part: str, why: str, by: Person, role: str = "") -> bool:
    """Let a person in; False if they were in already. Raises :class:`KeptOut`.

    ``why`` is a code. The person is told that there is something for them, not what.
    """
    if part not in Part.values:
        raise ValueError(part)
    with changing(case, by=by) as change:
        say_whose(change.case)
        new = admit(change, person, part, why, role)
        if new:
            kind = "case_about_you" if part == Part.AFFECTED else "case_for_you"
            tell_about(change.case, person, kind, f"case.{case.pk}.let_in", by)
        if part == Part.AFFECTED:
            _it_hit(change, person)
        elif part == Part.HANDLER and person.pk not in hit(change.case):
            relieve(change, person)
        free_of_steps(change, person)
    return new


def _it_hit(change: Change, person: Person) -> None:
    """The case and its reports are about this person, where nobody was known before."""
    case = change.case
    if case.affected_id is not None:
        return
    target = "leader" if has_role(person, RoleCode.MANAGER) else "employee"
    case.affected, case.facts = person, {"target": target, **case.facts}
    case.save(update_fields=["affected", "facts"])
    for report in Report.objects.filter(in_case__case=case, affected=None):
        it_hit(report=report, person=person, by=change.by)


def keep_out(*, case: Case, person: Person, why: str, by: Person) -> bool:
    """Keep a person out whatever their role; False if they were out already.

    Their membership ends, their open steps go to somebody else, and what they were told leads
    nowhere any more. Whoever they chose to stand in for them is out with them. Raises
    :class:`OwnCase` for the affected person: the case is theirs.
    """
    with changing(case, by=by) as change:
        return shut_out(change, person, why)


def shut_out(change: Change, person: Person, why: str) -> bool:
    """Keep a person and their stand-ins out, inside an open change."""
    if not _shut_out(change, person, why):
        return False
    case, others = change.case, []
    if why != DEPUTY:
        staying = staying_in(case) | hit(case)
        others = drawn_out(case, {person.pk}, change.at, staying=staying)
    fresh = [one for one in others if _shut_out(change, one, DEPUTY)]
    for one in (person, *fresh):
        free_of_steps(change, one)
        withdraw(person=one, path=path_of(case), by=change.by)
    return True


def _shut_out(change: Change, person: Person, why: str) -> bool:
    case = change.case
    if person.pk in hit(case):
        raise OwnCase(str(person.pk))
    _, new = Exclusion.objects.get_or_create(
        case=case,
        person=person,
        defaults={"workplace": case.workplace, "why": why, "at": change.at},
    )
    if new:
        Member.objects.filter(case=case, person=person).delete()
        close_reports(change, person)
        settle(case, person)
        change.happened("people.kept_out", for_affected=False, person=str(person.pk), why=why)
    return new


def close_reports(change: Change, person: Person) -> None:
    """Who is kept out of the case reads its reports no more, not even their own."""
    for report in Report.objects.filter(in_case__case=change.case):
        close_for(report=report, person=person, by=change.by)


def free_of_steps(change: Change, person: Person) -> None:
    """Who may own no step here has none: their open ones go to the next who holds the role."""
    if person.pk not in barred(change.case):
        return
    Task.objects.filter(case=change.case, deputy=person).update(deputy=None)
    give_on(change, change.case.tasks.filter(owner=person))


def give_on(change: Change, tasks: Iterable[Task]) -> None:
    """Open steps go to the next who holds their role; who is missing is told where nobody does."""
    staff = staff_of(change.case, change.at)
    waiting = [task for task in tasks if task.state == TaskState.OPEN]
    hand_out(change, [(task, staff.next_for(task.role)) for task in waiting])
    if waiting:
        tell_who_is_missing(change, staff)


def hand_out(change: Change, given: Iterable[tuple[Task, Holding | None]]) -> None:
    """Each step to its new owner, who is let in and hears one word of them all, or to nobody."""
    took: dict[Person, None] = {}
    for task, held in given:
        task.case = change.case
        role = held.role.code if held else ""
        hand_over(change, task, held.owner if held else None, role=role)
        if held:
            entry = entry_of(change.case, held.owner, held.role.code, "task")
            admit(change, entry.person, entry.part, entry.why, entry.role)
            took[held.owner] = None
    for owner in took:
        tell_of_steps(change, owner)


def relieve(change: Change, to: Person | None = None) -> None:
    """The affected person handles her own case no more: ``to``, else who holds the role, does."""
    case = change.case
    for member in Member.objects.filter(case=case, part=Part.HANDLER, why=ALONE):
        member.part, member.why, member.role = Part.AFFECTED, Part.AFFECTED.value, ""
        member.save(update_fields=["part", "role", "why"])
        tasks = case.tasks.filter(owner=member.person_id, state=TaskState.OPEN)
        if to is None:
            give_on(change, tasks)
            continue
        for task in tasks:
            task.case = case
            hand_over(change, task, to)
        tell_of_steps(change, to)
