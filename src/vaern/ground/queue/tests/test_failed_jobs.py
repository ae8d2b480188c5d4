"""A job that fails tells the queue where, and nothing of what it worked on."""

import re
import traceback
from typing import Any

import pytest
from django_q.signals import post_execute_in_worker

from vaern.ground.queue.cleaning import without_words


def failing(error: Exception) -> str:
    """The result as the queue's worker writes it."""
    try:
        raise error
    except Exception as raised:
        return f"{raised} : {traceback.format_exc()}"


class Odd(Exception):
    """Of our own."""


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (ValueError("Rikke Lund, rikke@x.example"), "ValueError"),
        (Odd('to linjer\n  File "rikke.py", line 3, in rikke\nRikke: her'), "Odd"),
        (KeyError("Rikke"), "KeyError"),
        (ValueError(), "ValueError"),
    ],
)
def test_kind_and_place_are_kept(error: Exception, kind: str) -> None:
    kept = without_words(failing(error))
    assert re.fullmatch(rf"{kind} at test_failed_jobs.py:\d+ in failing", kept)


def test_what_is_no_traceback_is_dropped_whole() -> None:
    assert without_words("Rikke Lund") == "error"


def test_the_worker_hands_it_over_clean() -> None:
    task: dict[str, Any] = {"success": False, "result": failing(ValueError("Rikke"))}
    post_execute_in_worker.send(sender="django_q", func=None, task=task)
    assert task["result"].startswith("ValueError at test_failed_jobs.py:")
    done = {"success": True, "result": None}
    post_execute_in_worker.send(sender="django_q", func=None, task=done)
    assert done["result"] is None
