"""Settling whether one of us is behind a message that came from their address."""

from vaern.ground.people.access import has_role
from vaern.ground.people.models import Person, RoleCode
from vaern.handle.cases.actions.people import shut_out
from vaern.handle.cases.actions.replanning import plan_again
from vaern.handle.cases.actions.roles import let_in_by_role
from vaern.handle.cases.asking import ask
from vaern.handle.cases.changing import changing
from vaern.handle.cases.doubt import UNKNOWN, asks_who, doubted_person, settle
from vaern.handle.cases.models import Case


def settle_sender(*, case: Case, sent_it: bool, by: Person) -> bool:
    """They sent it, and are kept out; or they did not, and those are let in who waited for it.

    Where the reports point to another of us too, the case asks about them next.
    False when there is nothing to settle any more.
    """
    with changing(case, by=by) as change:
        person = doubted_person(change.case)
        if person is None:
            return False
        settle(change.case, person)
        if sent_it:
            change.case.facts = {**change.case.facts, "relation": _relation(person)}
        code = "sender.confirmed" if sent_it else "sender.dismissed"
        change.happened(code, for_affected=False, person=str(person.pk))
        if sent_it:
            shut_out(change, person, "named")
        ask(change)
        plan_again(change)
        let_in_by_role(change)
    return True


def sender_unknown(*, case: Case, by: Person) -> bool:
    """Nobody knows who of us it is: the case asks no more. False when it does not ask."""
    with changing(case, by=by) as change:
        if not asks_who(change.case):
            return False
        change.case.facts = {**change.case.facts, UNKNOWN: True}
        change.case.save(update_fields=["facts"])
        change.happened("sender.unknown", for_affected=False)
    return True


def _relation(person: Person) -> str:
    return "manager" if has_role(person, RoleCode.MANAGER) else "colleague"
