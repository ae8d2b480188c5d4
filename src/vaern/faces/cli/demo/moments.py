"""Times in the demo's data, counted back from now so that the demo never grows old."""

import re
from datetime import UTC, datetime, time, timedelta

_AGO = re.compile(r"-(?=\d)(?:(\d+)h)? ?(?:(\d+)m)?")
_DAY = re.compile(r"-(\d+)d (\d\d:\d\d)")
_SPAN = re.compile(r"(?=\d)(?:(\d+)d)? ?(?:(\d+)h)? ?(?:(\d+)m)?")


def moment(text: str, now: datetime) -> datetime:
    """``-55m``, ``-3h 20m``: that long ago. ``-12d 21:40``: that clock time twelve days ago.

    ``now`` is aware and in the workplace's time zone. Raises ValueError for anything else.
    """
    if ago := _AGO.fullmatch(text):
        hours, minutes = (int(part or 0) for part in ago.groups())
        return later(now, timedelta(hours=-hours, minutes=-minutes))
    if day := _DAY.fullmatch(text):
        then = (now - timedelta(days=int(day[1]))).date()
        return datetime.combine(then, time.fromisoformat(day[2]), now.tzinfo)
    raise ValueError(f"'{text}' is not a time such as -55m, -3h 20m or -12d 21:40")


def later(moment: datetime, span: timedelta) -> datetime:
    """``span`` of elapsed time after ``moment``, also across a change of the clocks."""
    return (moment.astimezone(UTC) + span).astimezone(moment.tzinfo)


def span(text: str) -> timedelta:
    """``40m``, ``9h``, ``2d 4h``. Raises ValueError for anything else."""
    found = _SPAN.fullmatch(text)
    if found is None:
        raise ValueError(f"'{text}' is not a span such as 40m, 9h or 2d 4h")
    days, hours, minutes = (int(part or 0) for part in found.groups())
    return timedelta(days=days, hours=hours, minutes=minutes)
