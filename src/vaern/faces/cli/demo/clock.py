"""Playing the demo's past: the same actions as always, at the time the story says."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from unittest.mock import patch


@contextmanager
def clock_at(moment: datetime) -> Iterator[None]:
    """While open, Værn's clock in this process stands at ``moment``.

    Only the demo does this, in a process with one thread, for a workplace marked as a demo: its
    past is as invented as its people. No action takes a time of its own, so that nobody else
    can write a past that was not.
    """
    with patch("django.utils.timezone.now", return_value=moment):
        yield
