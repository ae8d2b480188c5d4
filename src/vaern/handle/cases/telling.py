"""Telling people what is theirs in a case; the words reveal nothing, the case page does."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet
from django.urls import reverse

from vaern.ground.notify.actions import tell
from vaern.ground.notify.models import Notice
from vaern.ground.people.models import Person, RoleCode
from vaern.handle.cases.changing import Change
from vaern.handle.cases.doubt import doubted
from vaern.handle.cases.letting_in import ids, kept_out
from vaern.handle.cases.models import Case, Member, Part, Task, TaskState
from vaern.handle.cases.paths import path_of
from vaern.handle.cases.staffing import Staff

ACUTE = 3


def tell_of_opening(change: Change, members: Iterable[Member], staff: Staff) -> None:
    """One notice to each who was let in; at once and as urgent when danger is acute."""
    case = change.case
    for member in members:
        kind = _opening_kind(case, member.part)
        if kind:
            tell_about(case, member.person, kind, f"case.{case.pk}.opened")
    tell_who_is_missing(change, staff)


def _opening_kind(case: Case, part: str) -> str:
    if part == Part.AFFECTED:
        return "case_about_you"
    if part == Part.REPORTER:
        return ""  # the receipt told them when they sent it
    return "case_acute" if case.urgency >= ACUTE else "case_for_you"


def tell_about(case: Case, person: Person, kind: str, once: str, by: Person | None = None) -> None:
    tell(person=person, kind=kind, path=path_of(case), once=once, by=by)


def has_heard(person: Person, once: str) -> bool:
    """Was the person told of this occasion already?"""
    return Notice.objects.filter(person=person, once=once).exists()


def tell_who_is_missing(change: Change, staff: Staff) -> None:
    """Steps nobody owns: HR, else the manager at the top, chooses somebody.

    The administrators hear that a role has nobody; they see no case. Each hears it once a day
    while it is so and the case is worked on.
    """
    case = change.case
    roles = sorted(set(_lonely(case).values_list("role", flat=True)))
    if not roles:
        return
    once = f"case.{case.pk}.nobody.{'-'.join(roles)}.{change.at:%Y-%m-%d}"
    if Notice.objects.filter(workplace=case.workplace, once=once).exists():
        return
    change.happened("plan.nobody", for_affected=False, steps=_lonely(case).count())
    held = staff.somebody
    if held is not None:
        tell_about(case, held.owner, "step_without_owner", once)
    for person in _administrators(case).exclude(pk__in=kept_out(case)):
        if held is None or person != held.owner:
            tell(person=person, kind="role_missing", path=reverse("people:staff"), once=once)


def _lonely(case: Case) -> QuerySet[Task]:
    return case.tasks.filter(state=TaskState.OPEN, owner=None)


def _administrators(case: Case) -> QuerySet[Person]:
    people = Person.objects.filter(workplace=case.workplace, active=True)
    found = people.filter(roles__code=RoleCode.ADMINISTRATOR).distinct()
    return found.select_related("workplace__key")


def tell_of_urgency(change: Change) -> None:
    """The case is more urgent than it was: those who handle it and whoever owns a step hear it.

    Who may be behind it does not.
    """
    case, out = change.case, change.case.exclusions.values("person")
    handling = Q(memberships__case=case, memberships__part=Part.HANDLER)
    owning = Q(tasks_owned__case=case, tasks_owned__state=TaskState.OPEN)
    people = Person.objects.filter(handling | owning, active=True).exclude(pk__in=out)
    kind = "case_acute" if case.urgency >= ACUTE else "case_more_urgent"
    people = people.exclude(pk__in=ids(doubted(case)))
    for person in people.select_related("workplace__key").distinct():
        tell_about(case, person, kind, _now(change, "urgent"), change.by)


def tell_of_steps(change: Change, person: Person) -> None:
    """Somebody owns steps they did not own: one word for all of them, none to who gave them."""
    if person != change.by:
        tell_about(change.case, person, "task_for_you", _now(change, "steps"), change.by)


def _now(change: Change, what: str) -> str:
    """The occasion: this change and no other."""
    return f"case.{change.case.pk}.{what}.{change.at.isoformat()}"
