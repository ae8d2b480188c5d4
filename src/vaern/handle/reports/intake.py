"""What has come in and waits, for those who look after the post."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Case, Q, QuerySet, Value, When
from django.http import Http404
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from vaern.ground.law.codes import label
from vaern.ground.people.models import Person, Role, RoleCode
from vaern.ground.people.reach import reach_of
from vaern.handle.reports.access import reports
from vaern.handle.reports.models import Report, Status, Via

LIKELY = 0.5
"""From this score the engine's kind is named; below it we say nothing."""

OPEN = (Status.RECEIVED, Status.JUDGED, Status.UNSURE, Status.LEFT_ALONE)

DECIDABLE = (Status.LEFT_ALONE, Status.UNSURE, Status.JUDGED)
FIRST = Case(When(status=Status.UNSURE, then=Value(0)), default=Value(1))

WHY_UNSURE: dict[str, Promise] = {
    "empty": gettext_lazy("Værn er ikke sikker: der er ingen tekst at læse."),
    "short": gettext_lazy("Værn er ikke sikker: teksten er meget kort."),
    "language": gettext_lazy("Værn er ikke sikker: sproget kender den ikke godt nok."),
    "too_long": gettext_lazy("Værn er ikke sikker: den har ikke læst det hele."),
    "guarded": gettext_lazy("Værn er ikke sikker: ordene kan være et citat eller en talemåde."),
    "near": gettext_lazy("Værn er ikke sikker: tegnene peger i hver sin retning."),
}


@dataclass(frozen=True)
class Row:
    """A neutral row: when it came, to whom, what it looks like, where it stands."""

    pk: UUID
    at: datetime | None
    whom: str
    via: str
    suggestion: str
    status: str
    waits: bool
    may_decide: bool
    case: UUID | None


def waiting(person: Person) -> QuerySet[Report]:
    """All received messages, and told reports not yet in a case, newest first.

    On top stand those that wait for a person, since the engine is not sure.

    Those of the units the person is HR of. What is in a case shows only to its members. Ask the
    role first.
    """
    shown = Q(status__in=OPEN) | Q(via=Via.MESSAGE, in_case__case__members__person=person)
    found = _within_reach(person, reports()).filter(shown).filter(sent_at__isnull=False).distinct()
    sealed_by = ("suggestion", "in_case", "unit__workplace__key", "message")
    return found.select_related(*sealed_by).order_by(FIRST, "-sent_at")


def to_look_at(person: Person) -> int:
    """How many wait for a person to look at them, of those that are this person's to see."""
    rows = waiting(person).filter(status=Status.UNSURE)
    return sum(not named(person, report) for report in rows)


def _within_reach(person: Person, rows: QuerySet[Report]) -> QuerySet[Report]:
    """What came to a unit below the person's role as HR; what came to no unit is for the top."""
    reach = reach_of(person, RoleCode.HR)
    return rows if reach.everywhere else rows.filter(unit__in=reach.units)


def open_message(person: Person, pk: UUID) -> Report:
    """A received message that is in no case; 404 otherwise, also for one who sent it."""
    rows = _within_reach(person, reports()).filter(pk=pk, via=Via.MESSAGE, status__in=OPEN)
    report = rows.select_related("message__item").first()
    if report is None or named(person, report):
        raise Http404
    return report


def named(person: Person, report: Report) -> bool:
    """Is the person named as the sender? Then it is not theirs to see, whatever their role.

    Whose address a mail came from, without more to show, leaves it to others as long as there are
    any: it may have been forged, or sent on.
    """
    if report.answers.get("internal_person") == str(person.pk):
        return True
    if report.answers.get("maybe_from") != str(person.pk):
        return False
    others = Role.objects.filter(code=RoleCode.HR, person__active=True).exclude(person=person)
    held = others.select_related("person")
    return any(reach_of(role.person, RoleCode.HR).has(report.unit_id) for role in held)


def row(report: Report) -> Row:
    joined = getattr(report, "in_case", None)
    suggestion = getattr(report, "suggestion", None)
    decidable = report.via == Via.MESSAGE and report.status in DECIDABLE
    return Row(
        pk=report.pk,
        at=report.sent_at,
        whom=_whom(report),
        via=str(Via(report.via).label),
        suggestion=looks_like(suggestion.assessment) if suggestion else "",
        status=str(Status(report.status).label),
        waits=report.status == Status.UNSURE,
        may_decide=decidable,
        case=joined.case_id if joined else None,
    )


def looks_like(assessment: Mapping[str, Any]) -> str:
    """The engine's suggestion in words: the likely kinds, why it is not sure, or nothing found."""
    kinds = [one["kind"] for one in assessment.get("kinds", ()) if one["score"] >= LIKELY]
    if assessment.get("unsure"):
        return str(WHY_UNSURE[assessment["unsure_why"]])
    if not kinds:
        return _("Ligner ikke chikane")
    return _("Ligner: %(kinds)s") % {"kinds": ", ".join(_kind(kind) for kind in kinds)}


def _kind(code: str) -> str:
    if code == "self_harm":
        return _("en afsender, der kan være i fare")
    words = label("kinds", code, get_language() or "da")
    return words[:1].lower() + words[1:]


def _whom(report: Report) -> str:
    if report.affected is not None:
        return report.affected.name
    return report.unit.name if report.unit else _("Hele arbejdspladsen")
