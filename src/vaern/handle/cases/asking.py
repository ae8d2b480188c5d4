"""Asking who is behind it, where a report points to one of us."""

from uuid import UUID

from vaern.ground.people.models import Person
from vaern.handle.cases.access import whole
from vaern.handle.cases.changing import Change
from vaern.handle.cases.doubt import doubted
from vaern.handle.cases.hearing import reports_in
from vaern.handle.cases.letting_in import hit, ids, kept_out
from vaern.handle.cases.models import Event
from vaern.handle.reports.models import Report
from vaern.handle.reports.suspects import MAYBE_FROM, suspects

SETTLED = ("sender.confirmed", "sender.dismissed", "people.kept_out", "people.lifted")


def ask(change: Change) -> bool:
    """Hold the case in doubt of the first nobody has settled; False if there is no such person.

    One question at a time. What was settled once is not asked again.
    """
    case = change.case
    if doubted(case) is not None:
        return False
    known = _settled(change) | kept_out(case) | hit(case)
    found = (one for report in reports_in(case) for one in _pointed_at(report))
    person = next((one for one in found if one.pk not in known), None)
    if person is None:
        return False
    case.facts = {**case.facts, MAYBE_FROM: str(person.pk)}
    case.save(update_fields=["facts"])
    change.happened("sender.asked", for_affected=False, person=str(person.pk))
    return True


def _pointed_at(report: Report) -> list[Person]:
    """Who the head of a received message named, then who else the report points to."""
    first = report.answers.get(MAYBE_FROM)
    rows = Person.objects.filter(workplace=report.workplace_id, pk=first) if first else ()
    return [*rows, *suspects(report)]


def _settled(change: Change) -> set[UUID]:
    rows = Event.objects.filter(case__in=whole(change.case), code__in=SETTLED)
    events = [*rows.select_related("case__key__parent"), *change.events]
    told = (event.data.get("person") for event in events if event.code in SETTLED)
    return ids(*(UUID(pk) for pk in told if pk))
