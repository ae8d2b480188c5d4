"""Who of those in a case is away today, until when, and who stands in meanwhile."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from vaern.ground.people.models import Absence
from vaern.handle.cases.models import Case, Member
from vaern.handle.cases.people_shown import PersonShown
from vaern.handle.cases.situation import today_of
from vaern.handle.cases.staffing import staff_of


def with_absences(case: Case, people: Iterable[PersonShown], now: datetime) -> list[PersonShown]:
    """The same people, with words for those who are away."""
    shown, on = list(people), today_of(case, now)
    absent = Absence.objects.filter(
        person__in=[one.pk for one in shown], first_day__lte=on, last_day__gte=on
    )
    until = {str(one.person_id): one.last_day for one in absent.order_by("last_day")}
    return [_away(case, one, until.get(one.pk), now) for one in shown]


def _away(case: Case, person: PersonShown, last: date | None, now: datetime) -> PersonShown:
    if last is None:
        return person
    # Translators: Django date format of the last day somebody is away.
    day, who = date_format(last, _("j. F")), _stand_in(case, person, now)
    if who:
        words = _("Væk til og med %(day)s. %(who)s hjælper imens.") % {"day": day, "who": who}
    else:
        words = _("Væk til og med %(day)s.") % {"day": day}
    return replace(person, away=words)


def _stand_in(case: Case, person: PersonShown, now: datetime) -> str:
    """Who has their role in the case today and is let in to it; "" for nobody."""
    inside = Member.objects.filter(case=case)
    role = inside.values_list("role", flat=True).get(person=UUID(person.pk))
    held = staff_of(case, now).holding(role) if role else None
    if held is None or str(held.owner.pk) == person.pk:
        return ""
    return held.owner.name if inside.filter(person=held.owner).exists() else ""
