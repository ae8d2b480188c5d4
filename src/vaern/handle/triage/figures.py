"""Figures of speech found in a message: which of them count, and what they meet."""

from __future__ import annotations

import re

from .evidence import Evidence, Reading

_LAUGHS = re.compile(
    r"\b(?:(?:ha|hi|he|hæ|hø){2,}|lol|lmao|xd)\b|(?<!\w)[:;]-?[)dp](?!\w)|[😀😁😂😃😄😅😆😉😊😛😜😝🙂🤣🤪]"
)
_AFTER = 2  # words after a figure of speech that still belong to it


def figures(reading: Reading) -> list[Evidence]:
    """The figures of speech that count; some do only where the sender laughs."""
    found = [each for each in reading.found if each.kind == "guard"]
    if any("laughs" in each.flags for each in found) and not _LAUGHS.search(reading.source.text):
        return [each for each in found if "laughs" not in each.flags]
    return found


def meets(figure: Evidence, piece: Evidence) -> bool:
    """Whether `piece` is said within the figure of speech, or right after it."""
    return figure.first <= piece.last and piece.first <= figure.last + _AFTER
