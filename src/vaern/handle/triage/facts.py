"""What is known beside the message itself, and what it adds.

Understood facts (all optional, others are ignored):
`previous_messages` int, earlier messages from the same sender · `blocked` bool, the sender was
blocked before this · `asked_to_stop` bool · `earlier_kinds` list of kinds a person has confirmed
for this sender · `target` "employee", "several", "leader", "workplace" or "family".
"""

from __future__ import annotations

from collections.abc import Mapping
from math import log2
from typing import Any

from .evidence import Evidence

_MOST_FROM_COUNT = 2.4  # many messages alone are no stalking: a long complaint is many messages
_ON_TOP = 1.0
_NOWHERE = (-1,)


def _fact(kind: str, why: str, weight: float, urgency: int) -> Evidence:
    return Evidence(kind, why, weight, urgency, _NOWHERE, frozenset())


def from_facts(facts: Mapping[str, Any], text_weights: Mapping[str, float]) -> list[Evidence]:
    """Evidence that rests on the facts. `text_weights` is the strongest per kind in the text."""
    found: list[Evidence] = []
    count = _count(facts.get("previous_messages"))
    if count >= 3:
        weight = min(_MOST_FROM_COUNT, 0.45 * log2(count))
        found.append(_fact("stalking", "facts_repeated", weight, 1))
    if facts.get("blocked"):
        found.append(_fact("stalking", "facts_blocked", 3.2, 2))
    if facts.get("asked_to_stop"):
        found.append(_fact("stalking", "facts_asked_to_stop", 2.4, 1))
    found += [
        _fact(kind, "facts_earlier", _ON_TOP, 1)
        for kind in facts.get("earlier_kinds") or ()
        if text_weights.get(kind, 0.0) >= _ON_TOP
    ]
    if facts.get("target") == "family":
        found += _family(text_weights)
    return found


def _family(text_weights: Mapping[str, float]) -> list[Evidence]:
    return [
        _fact(kind, "facts_family", 0.8, 2)
        for kind in ("threat", "stalking", "shaming")
        if text_weights.get(kind, 0.0) >= _ON_TOP
    ]


def _count(value: object) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else 0
