"""What the queue keeps of a job that failed: the kind of fault and the place, never a word of it.

An exception's message may quote what the job worked on, and the queue stores it in the database.
"""

import re
from typing import Any

_PLACE = re.compile(r'^  File "[^"]*?([^/"\\]+)", line (\d+), in (\w+)$', re.MULTILINE)
_TRACE = " : Traceback (most recent call last):\n"
_KIND = re.compile(r"[A-Za-z_][\w.]*")


def without_words(result: str) -> str:
    """``ValueError at actions.py:41 in receive``, from a message with its traceback."""
    message, _, trace = result.partition(_TRACE)
    trace = trace.replace(message, "") if message else trace
    places = list(_PLACE.finditer(trace))
    if not places:
        return "error"
    after = trace[places[-1].end() :].splitlines()
    thrown = next((line for line in after if line and not line.startswith(" ")), "")
    kind = _KIND.match(thrown)
    file, line, function = places[-1].groups()
    return f"{kind[0].rpartition('.')[2] if kind else 'error'} at {file}:{line} in {function}"


def clean(task: dict[str, Any], **_: Any) -> None:
    """Take the words out of a failed job before the queue stores it."""
    if not task.get("success"):
        task["result"] = without_words(str(task.get("result", "")))
