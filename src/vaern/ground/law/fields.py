"""Which fields each list of the law data may and must have, beyond those every entry has.

Kept apart from the loader so that the shape of the data can be read in one place.
"""

from collections.abc import Mapping
from dataclasses import dataclass

GROUPS = ("threat", "degrading", "extortion", "shaming", "stalking", "sexual", "hate", "other")
"""The codes of the message assessment that a fine kind can belong to, and `other`."""


@dataclass(frozen=True, slots=True)
class Field:
    """One extra field: its TOML type (a list means a list of words) and what it may say."""

    type: type
    required: bool = False
    allowed: tuple[str, ...] = ()


NEEDED_FLAG = Field(bool, required=True)
FLAG = Field(bool)
NUMBER = Field(int)
WORDS = Field(str)

FIELDS: Mapping[str, Mapping[str, Field]] = {
    "definition": {
        "weight": Field(str, True, ("must", "either", "not_meant", "sorts")),
    },
    "regimes": {},
    "instruments": {},
    "kinds": {
        "group": Field(str, True, GROUPS),
        "police": NEEDED_FLAG,
        "harassing": Field(str, False, ("yes", "no", "unknown")),
        "ask": FLAG,
        "ask_da": WORDS,
        "ask_en": WORDS,
        "example_da": WORDS,
        "example_en": WORDS,
    },
    "channels": {
        "digital": FLAG,
        "owner": Field(str, False, ("workplace", "private", "third_party")),
    },
    "channel_owners": {},
    "relations": {"internal": FLAG, "work": NEEDED_FLAG},
    "targets": {},
    "triggers": {"work": NEEDED_FLAG},
    "severities": {"level": Field(int, True)},
    "patterns": {"lasting": NEEDED_FLAG},
    "consequences": {},
    "actions": {"reference": FLAG},
    "outcomes": {},
    "deadlines": {
        "clock": Field(str, True, ("elapsed", "day_end", "open")),
        "starts": Field(str, True, ("occurred", "last", "first_absence", "breach_known", "none")),
        "statutory": NEEDED_FLAG,
        "hours": NUMBER,
        "days": NUMBER,
        "earliest_days": NUMBER,
        "absence_days": NUMBER,
        "adoption": Field(str, False, ("confirmed", "unconfirmed")),
        "option": WORDS,
        "replaces": WORDS,
        "note_da": Field(str, True),
        "note_en": Field(str, True),
    },
    "norms": {
        "who": Field(list, True),
        "within_minutes": NUMBER,
        "earliest_minutes": NUMBER,
        "every_months": NUMBER,
    },
    "penal": {
        "section": Field(str, True),
        "kinds": Field(list, True),
        "public_service": NEEDED_FLAG,
        "max_months": NUMBER,
        "prosecution": Field(str, False, ("public", "on_request", "private")),
    },
    "duties": {
        "statutory": NEEDED_FLAG,
        "outside_hours": NEEDED_FLAG,
        "every_months": NUMBER,
        "min_employees": NUMBER,
    },
    "reasons": {"about": Field(str, True, ("finding", "deadline", "note"))},
    "missing": {},
}

LISTS = tuple(FIELDS)
"""The names of all lists, each kept in `data/<name>.toml`."""
