"""Lifting an exclusion: HR says that somebody need not be kept out any more, and why."""

from vaern.ground.people.access import has_role
from vaern.ground.people.models import Person, RoleCode
from vaern.handle.cases.actions.roles import let_in_by_role
from vaern.handle.cases.changing import Change, changing, said
from vaern.handle.cases.conflicts import DEPUTY, stand_ins_of
from vaern.handle.cases.letting_in import kept_out
from vaern.handle.cases.models import Case, Exclusion
from vaern.handle.reports.actions import open_again
from vaern.handle.reports.models import Report


def may_lift(person: Person) -> bool:
    """HR, among those who handle the case."""
    return has_role(person, RoleCode.HR)


def lift(*, case: Case, person: Person, reason: str, by: Person) -> bool:
    """Keep ``person`` out no longer; False if they were not kept out.

    They are not let in by it, unless the plan asks for them by role. Whoever stood out only as
    their stand-in is free too. Raises PermissionError for anybody but HR.
    """
    words = said("reason", reason)
    if not may_lift(by) or by.pk == person.pk:
        raise PermissionError("only HR lifts an exclusion, and nobody their own")
    with changing(case, by=by) as change:
        if not Exclusion.objects.filter(case=change.case, person=person).exists():
            return False
        _free(change, person, words)
        for other in _stand_ins_left(change.case, person):
            _free(change, other, words)
        let_in_by_role(change)
    return True


def _free(change: Change, person: Person, words: str) -> None:
    case = change.case
    Exclusion.objects.filter(case=case, person=person).delete()
    for report in Report.objects.filter(in_case__case=case):
        open_again(report=report, person=person, by=change.by)
    change.happened("people.lifted", for_affected=False, words=words, person=str(person.pk))


def _stand_ins_left(case: Case, person: Person) -> list[Person]:
    """Stand-ins of the person whom no other who is kept out has chosen."""
    out = kept_out(case)
    still = {one.pk for one in stand_ins_of(case, out)}
    rows = Exclusion.objects.filter(case=case, why=DEPUTY).exclude(person__in=still)
    found = {row.person_id for row in rows}
    return [one for one in stand_ins_of(case, {person.pk}) if one.pk in found]
