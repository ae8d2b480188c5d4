"""The plan over a case again, after something in it changed."""

from vaern.handle.cases import rules
from vaern.handle.cases.actions.roles import send_managers_out
from vaern.handle.cases.changing import Change
from vaern.handle.cases.letting_in import admit
from vaern.handle.cases.planning import judge_again, lay_out
from vaern.handle.cases.situation import NOT_HARASSMENT, today_of
from vaern.handle.cases.staffing import Staff, staff_of
from vaern.handle.cases.telling import tell_of_steps, tell_of_urgency, tell_who_is_missing
from vaern.handle.triage.episode import Picture


def take_over_picture(change: Change, seen: Picture) -> None:
    """The case is as the picture says: the plan follows, and a higher urgency is told at once."""
    case = change.case
    before = case.urgency
    case.kinds, case.severity, case.urgency = list(seen.kinds), seen.severity, seen.urgency
    case.facts = {**case.facts, "self_harm": seen.self_harm}
    plan_again(change)
    if case.urgency > before:
        tell_of_urgency(change)


def plan_again(change: Change) -> None:
    """Judge the case as it stands now, lay its plan over it again, and tell who is missing."""
    tell_who_is_missing(change, lay_over(change))


def lay_over(change: Change) -> Staff:
    """The plan over the case as it stands now, and who acts in it.

    Where a person has said that it is no harassment the plan asks for nothing but care for a
    sender who may be in danger. Where the sender turns out to be one of us, managers who are in
    by role go out as they would not have been let in.
    """
    staff = staff_of(change.case, change.at)
    before = staff.regime
    situation = judge_again(change.case, change.at)
    harassment = not change.case.facts.get(NOT_HARASSMENT)
    for entry in lay_out(change, situation, staff, harassment=harassment):
        admit(change, entry.person, entry.part, entry.why, entry.role)
        tell_of_steps(change, entry.person)
    if _may_be_a_manager(staff, before):
        send_managers_out(change, staff)
    change.case.planned_on = today_of(change.case, change.at)
    change.case.save()
    return staff


def _may_be_a_manager(staff: Staff, before: str) -> bool:
    """Did it turn out now that it may be a manager, and nobody is named?"""
    told = staff.case.facts.get("relation") == "manager"
    inside = staff.regime == rules.INTERNAL and not staff.sender_known
    return inside and (told or before != rules.INTERNAL)
