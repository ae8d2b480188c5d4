"""Reading a moment back from where it was kept as text."""

from datetime import datetime, tzinfo

FIRST_YEAR = 1990
"""A date before it is a slip of the pen or a broken clock, not when something digital happened."""


def moment_in(zone: tzinfo, told: object) -> datetime | None:
    """The moment by the clock of ``zone``; None for nothing and for what can be no moment.

    What was kept once must never keep a page from being shown, however odd it is.
    """
    try:
        return datetime.fromisoformat(str(told)).astimezone(zone)
    except (ValueError, OverflowError):
        return None
