"""When a failed e-mail is tried again."""

from datetime import datetime, timedelta

WAITS = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=15),
    timedelta(hours=1),
    timedelta(hours=4),
    timedelta(hours=12),
)
MOST = len(WAITS) + 1
"""How often an e-mail is tried in all."""


def next_try(attempts: int, now: datetime) -> datetime | None:
    """When to try again after ``attempts`` failures; None when we give up and show it."""
    return now + WAITS[attempts - 1] if attempts <= len(WAITS) else None
