"""How the commands write JSON: one value a line, letters as they are."""

import json
import sys
from typing import Any


def written(value: Any) -> str:
    """``value`` on one line. What standard output cannot carry is escaped, never lost.

    That is half a letter in a message, a file name that is no text, or Danish on an old terminal.
    """
    text = json.dumps(value, ensure_ascii=False)
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        return json.dumps(value)
    return text
