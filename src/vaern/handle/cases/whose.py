"""Whom something in a case is about, where it hit several people."""

from collections.abc import Collection, Iterable, Mapping
from uuid import UUID

from django.db.models import Q, QuerySet

from vaern.ground.people.models import Person
from vaern.handle.cases.letting_in import ALONE, hit
from vaern.handle.cases.models import Case, Contact, Event, Member, Part, Task
from vaern.handle.reports.models import Report


def people_hit(case: Case) -> list[Person]:
    """Those it hit, whom the case opened for first."""
    rows = Person.objects.filter(pk__in=hit(case)).select_related("workplace__key")
    return sorted(rows, key=lambda one: (one.pk != case.affected_id, one.name))


def only_one(case: Case) -> UUID | None:
    """The id of the only person it hit; None where there are several, or nobody is known."""
    found = hit(case)
    return next(iter(found)) if len(found) == 1 else None


def say_whose(case: Case) -> None:
    """What was written while it had hit one person is about that one, whoever else comes in."""
    if one := only_one(case):
        Contact.objects.filter(case=case, person=None).update(person=one)


def contacts_about(case: Case, person: Person) -> Q:
    """The contacts that are about the person; one that names nobody only where nobody else is
    meant."""
    mine = Q(person=person)
    return mine | Q(person=None) if only_one(case) == person.pk else mine


def told_in(cases: Iterable[UUID], person: Person) -> list[UUID]:
    """Those of the cases that the person was let in to for their own sake: hit by it, or told it."""
    own = Q(part__in=(Part.AFFECTED, Part.REPORTER)) | Q(why=ALONE)
    rows = Member.objects.filter(own, case__in=list(cases), person=person)
    return list(rows.values_list("case", flat=True))


def events_about(
    events: QuerySet[Event], *, own: Collection[UUID], case: Case, person: Person,
    reports: QuerySet[Report],
) -> list[UUID]:  # fmt: skip
    """Ids of the events that are not about another of those it hit, nor of their reports and
    cases; ``own`` are the person's cases."""
    others = hit(case) - {person.pk}
    steps = Task.objects.filter(person__in=others, case__in=own)
    not_hers = {str(pk) for pk in [*others, *steps.values_list("pk", flat=True)]}
    told = {str(pk) for pk in reports.values_list("pk", flat=True)}
    cases = {str(pk) for pk in own}
    return [one.pk for one in events if _is_about(one.data, not_hers, told, cases)]


def _is_about(
    data: Mapping[str, object], not_hers: set[str], told: set[str], cases: set[str]
) -> bool:
    another = {str(data.get("person")), str(data.get("task"))} & not_hers
    untold = "report" in data and str(data["report"]) not in told
    return not another and not untold and ("other" not in data or str(data["other"]) in cases)
