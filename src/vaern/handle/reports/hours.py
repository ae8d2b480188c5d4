"""Inside or outside the workplace's working hours."""

from datetime import datetime, timedelta

from vaern.ground.law.rules import working_time
from vaern.ground.people import calendar
from vaern.ground.people.models import Workplace


def hours_when(workplace: Workplace, at: datetime) -> str:
    """``inside`` or ``outside`` for a moment (aware), by the workplace's hours and holidays."""
    local = at.astimezone(calendar.zone_of(workplace))
    years = {local.year, (local - timedelta(days=1)).year}  # a night shift from New Year's Eve
    closed = {day for year in years for day in calendar.holidays_of(workplace, year)}
    return working_time(at, calendar.hours_of(workplace), closed, workplace.timezone)
