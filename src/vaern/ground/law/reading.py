"""Reading one value of the facts from JSON; every refusal says what is allowed."""

from datetime import date, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

from .entries import codes

FIRST_YEAR, LAST_YEAR = 1970, 2199
"""Years outside these are typing errors, and would carry the sums past what a date can hold."""


def moment(name: str, value: Any) -> datetime | None:
    """An ISO time with offset, or None. The offset is kept as a fixed one."""
    if value is None:
        return None
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value)
        except ValueError:
            value = None
    if not isinstance(value, datetime):
        raise ValueError(f"{name}: must be a time such as 2026-11-22T14:30:00+01:00")
    return fixed(name, value)


def fixed(name: str, value: datetime) -> datetime:
    """The same instant with a plain offset, so that differences are real time, also over DST."""
    if value.utcoffset() is None:
        raise ValueError(f"{name}: must carry an offset, such as 2026-11-22T14:30:00+01:00")
    _check_year(name, value)
    return with_offset(value)


def with_offset(value: datetime) -> datetime:
    """An aware time with the offset of that moment in place of its time zone."""
    return value.replace(tzinfo=timezone(value.utcoffset() or timedelta(0)), fold=0)


def day(name: str, value: Any) -> date | None:
    """An ISO date, or None."""
    if value is None:
        return None
    if isinstance(value, str):
        try:
            value = date.fromisoformat(value)
        except ValueError:
            value = None
    if not isinstance(value, date) or isinstance(value, datetime):
        raise ValueError(f"{name}: must be a date such as 2026-11-22")
    _check_year(name, value)
    return value


def _check_year(name: str, value: date) -> None:
    if not FIRST_YEAR <= value.year <= LAST_YEAR:
        raise ValueError(f"{name}: the year must lie from {FIRST_YEAR} to {LAST_YEAR}")


def yes_no(name: str, value: Any) -> bool | None:
    """true, false or None (not known)."""
    if value is not None and not isinstance(value, bool):
        raise ValueError(f"{name}: must be true, false or null (not known)")
    return value


def count(name: str, value: Any) -> int | None:
    """A whole number from 0, or None."""
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise ValueError(f"{name}: must be a whole number, 0 or more, or null")
    return value


def one_of(name: str, value: Any, allowed: tuple[str, ...]) -> str | None:
    """One of the allowed words, or None."""
    if value is not None and (not isinstance(value, str) or value not in allowed):
        raise ValueError(f"{name}: {value!r} is not known; allowed: {', '.join(allowed)}")
    return value


def code(name: str, value: Any, list_name: str) -> str | None:
    """A code of one of the law's lists, of any date, or None."""
    return one_of(name, value, codes(list_name))


def code_list(name: str, value: Any, list_name: str) -> tuple[str, ...]:
    """Codes of a list, each once, in the order given. None counts as none."""
    if value is None:
        return ()
    if not isinstance(value, list | tuple):
        raise ValueError(f"{name}: must be a list of codes from: {', '.join(codes(list_name))}")
    found = [code(name, item, list_name) for item in value]
    if None in found:
        raise ValueError(f"{name}: null is not known; allowed: {', '.join(codes(list_name))}")
    return tuple(dict.fromkeys(item for item in found if item is not None))


def zone(name: str, value: Any) -> str:
    """The name of a time zone, Europe/Copenhagen when None."""
    if value is None:
        return "Europe/Copenhagen"
    try:
        ZoneInfo(value)
    except (ValueError, TypeError, AttributeError, OSError, LookupError) as fault:
        raise ValueError(
            f"{name}: must be the name of a time zone such as Europe/Copenhagen"
        ) from fault
    return str(value)


def not_before(name: str, value: date | None, other_name: str, other: date | None) -> None:
    """Raise ValueError when both are known and `value` lies before `other`."""
    if value is not None and other is not None and value < other:
        raise ValueError(f"{name}: must not lie before {other_name}")


def in_zone(value: datetime, zone_name: str) -> datetime:
    """The instant as the workplace's clock shows it, with the offset of that moment fixed."""
    return with_offset(value.astimezone(ZoneInfo(zone_name)))
