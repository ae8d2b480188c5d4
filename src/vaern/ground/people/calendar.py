"""When a workplace is open: its hours, the public holidays of Denmark and its own closed days."""

from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from zoneinfo import ZoneInfo

import holidays

from vaern.ground.law.working_hours import working_time
from vaern.ground.people.models import Workplace


def zone_of(workplace: Workplace) -> ZoneInfo:
    """The time zone the workplace's clocks show."""
    return ZoneInfo(workplace.timezone)


def hours_of(workplace: Workplace) -> dict[str, list[list[str]]]:
    """Working hours by weekday code: ``{"mon": [["08:00", "16:00"]], …}``; a day left out is off."""
    hours: dict[str, list[list[str]]] = workplace.hours
    return hours


def holidays_of(workplace: Workplace, year: int) -> set[date]:
    """Days of ``year`` when the workplace is closed although the weekday is not."""
    public = public_holidays(year) if workplace.public_holidays else frozenset()
    return {*public, *_own(workplace, year)}


@cache
def public_holidays(year: int) -> frozenset[date]:
    """Denmark's public holidays by law; 5 June, 24 and 31 December are each workplace's choice."""
    return frozenset(holidays.country_holidays("DK", years=year))


def is_open(workplace: Workplace, at: datetime) -> bool:
    """Is ``at`` (aware) inside the workplace's working hours?"""
    closed = holidays_around(workplace, at)
    return working_time(at, hours_of(workplace), closed, workplace.timezone) == "inside"


def holidays_around(workplace: Workplace, at: datetime) -> set[date]:
    """Closed days of the year of ``at`` and the two beside it: a night shift crosses New Year."""
    year = at.year
    return set().union(*(holidays_of(workplace, one) for one in (year - 1, year, year + 1)))


def _own(workplace: Workplace, year: int) -> Iterator[date]:
    """Closed days are kept as ``2026-12-24`` (once) or ``12-24`` (every year)."""
    for text in workplace.closed_days:
        whole = text if len(text) > 5 else f"{year}-{text}"
        try:
            day = date.fromisoformat(whole)
        except ValueError:  # 29 February in a common year
            continue
        if day.year == year:
            yield day
