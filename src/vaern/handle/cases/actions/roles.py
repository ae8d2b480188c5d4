"""A role changes hands while a case is open: who has it now comes in, who lost it goes out."""

from vaern.ground.notify.actions import withdraw
from vaern.handle.cases import rules
from vaern.handle.cases.actions.people import give_on, hand_out, relieve
from vaern.handle.cases.changing import Change, changing
from vaern.handle.cases.letting_in import admit, hit
from vaern.handle.cases.manning import chosen_for, has_lost_it, lonely, unmanned
from vaern.handle.cases.models import Case, Member, Part, Task, TaskState
from vaern.handle.cases.paths import path_of
from vaern.handle.cases.people_shown import CHOSEN_WHY
from vaern.handle.cases.staffing import Staff, staff_of
from vaern.handle.cases.telling import tell_about
from vaern.handle.plans.actions import steps_of
from vaern.handle.reports.models import Report


def follow_roles(*, case: Case) -> None:
    """Let in who acts for a role now, let go who lost it, and give their steps on."""
    with changing(case, by=None) as change:
        rows = Member.objects.filter(case=change.case).select_related("person__workplace__key")
        for member in [one for one in rows if has_lost_it(change.case, one)]:
            let_go(change, member)
        let_in_by_role(change)
        _man(change)


def let_in_by_role(change: Change) -> None:
    """Those the plan lets in by role and who are not in yet are let in and told.

    A deputy comes only where nobody with the role is in the case: who is away comes back.
    """
    case, staff = change.case, staff_of(change.case, change.at)
    once = f"case.{case.pk}.in.{change.at.isoformat()}"
    there = set(case.members.values_list("role", flat=True))
    for role, part in rules.roles_let_in(staff.regime, case.tasks.values_list("role", flat=True)):
        held = staff.holding(role)
        if held is None or (held.role.person_id != held.owner.pk and role in there):
            continue
        if admit(change, held.owner, part, "plan", role):
            tell_about(case, held.owner, "case_for_you", once, change.by)


def send_managers_out(change: Change, staff: Staff) -> None:
    """The sender is from the workplace and nobody knows who: managers in only by role go out.

    Who also holds a role that lets them in here stays by that.
    """
    others = {"hr", "amr"} & {role for role, _ in rules.roles_let_in(staff.regime, ())}
    held = {one.owner.pk: role for role in others if (one := staff.holding(role))}
    rows = Member.objects.filter(case=change.case, role="manager").exclude(why__in=CHOSEN_WHY)
    for member in rows.select_related("person__workplace__key"):
        if role := held.get(member.person_id):
            member.role = role
            member.save(update_fields=["role"])
        else:
            let_go(change, member, "inside")


def let_go(change: Change, member: Member, why: str = "") -> None:
    """Who lost the role, or may act by it no more, goes.

    They stay only for another reason: it hit them, they told it, or a person
    gave them a step."""
    case, person = change.case, member.person
    steps = chosen_for(case, person)
    Task.objects.filter(case=case, deputy=person).update(deputy=None)
    left = case.tasks.filter(owner=person, state=TaskState.OPEN).exclude(pk__in=steps)
    if part := _own_part(case, member, bool(steps)):
        member.part, member.role, member.why = part, "", "task" if steps else part
        member.save(update_fields=["part", "role", "why"])
    else:
        member.delete()
        withdraw(person=person, path=path_of(case), by=change.by)
        change.happened("people.left", person=str(person.pk), why=why or None)
    give_on(change, left)


def _own_part(case: Case, member: Member, has_steps: bool) -> str:
    """The part that is left to them; "" for none."""
    if member.person_id in hit(case):
        return Part.AFFECTED
    if has_steps and member.person.active:
        return member.part
    told = Report.objects.filter(in_case__case=case, author=member.person_id)
    return Part.REPORTER if told.exists() else ""


def _man(change: Change) -> None:
    """Steps without anybody are tried again; the affected person is relieved of her own case."""
    case, staff = change.case, staff_of(change.case, change.at)
    give_on(change, unmanned(case))
    if staff.somebody is not None:
        relieve(change)
    steps = {step.code: step for step in steps_of(case.plan)}
    without = [(task, steps[task.step]) for task in lonely(case) if task.step in steps]
    found = [(task, held) for task, step in without if (held := staff.does(step, staff.regime))]
    hand_out(change, found)
