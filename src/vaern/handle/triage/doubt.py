"""When the engine says that it is not sure, and why."""

from __future__ import annotations

from collections.abc import Mapping

from . import language
from .evidence import Evidence, Reading

_NEAR = (0.35, 0.65)
_SHOWN = 0.8  # weight from which a lowered piece makes the engine unsure
_FEW = 3  # words


def unsure(
    reading: Reading, pieces: list[Evidence], found: Mapping[str, float], spoken: str, *, cut: bool
) -> str:
    """Why a person should look with care; "" when nothing speaks for it."""
    unread = _unread(reading, spoken)
    if unread or cut:
        return unread or "too_long"
    lowered = any(piece.guards and piece.weight > _SHOWN for piece in pieces)
    if lowered and max(found.values()) < _NEAR[1]:
        return "guarded"
    return "near" if any(_NEAR[0] <= score <= _NEAR[1] for score in found.values()) else ""


def _unread(reading: Reading, spoken: str) -> str:
    words = len(reading.tokens.words)
    if words == 0:
        return "empty" if not reading.source.text.strip() else "language"
    if spoken in language.COVERED:
        return ""
    return "short" if words < _FEW and spoken == "und" else "language"
