"""Inside or outside working hours, by the workplace's own clock, week and holidays."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Literal

from .reading import in_zone

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
Hours = Mapping[str, Sequence[Sequence[str]]]
WorkingTime = Literal["inside", "outside"]


def working_time(
    occurred_at: datetime,
    hours: Hours,
    holidays: Collection[date],
    timezone: str = "Europe/Copenhagen",
) -> WorkingTime:
    """Was the workplace open at that moment?

    `hours` is {"mon": [["08:00", "16:00"]], …}; a span from its start up to but not with its
    end. A span that ends at or before its start runs past midnight and belongs to the day it
    began. A holiday is outside. Raises ValueError for an unknown day or a bad time.
    """
    if occurred_at.tzinfo is None:
        raise ValueError("occurred_at: must carry an offset")
    _check_days(hours)
    local = in_zone(occurred_at, timezone)
    today, now = local.date(), local.time()
    begun_today = any(_within(now, span) for span in _spans(hours, today, holidays))
    before = today - timedelta(days=1)
    from_yesterday = any(_after_midnight(now, span) for span in _spans(hours, before, holidays))
    return "inside" if begun_today or from_yesterday else "outside"


def _check_days(hours: Hours) -> None:
    for name in hours:
        if name not in DAYS:
            raise ValueError(f"hours: {name!r} is not a day; allowed: {', '.join(DAYS)}")


def _spans(hours: Hours, day: date, holidays: Collection[date]) -> list[tuple[time, time]]:
    """The day's spans; a closing time of 24:00 is midnight."""
    if day in holidays:
        return []
    return [_span(pair) for pair in hours.get(DAYS[day.weekday()], ())]


def _span(pair: Sequence[str]) -> tuple[time, time]:
    try:
        start, end = pair
        return time.fromisoformat(start), time.fromisoformat("00:00" if end == "24:00" else end)
    except (ValueError, TypeError) as fault:
        raise ValueError(f'hours: {pair!r} must be two times such as ["08:00", "16:00"]') from fault


def _within(now: time, span: tuple[time, time]) -> bool:
    start, end = span
    return start <= now < end if start < end else start <= now


def _after_midnight(now: time, span: tuple[time, time]) -> bool:
    start, end = span
    return end <= start and now < end
