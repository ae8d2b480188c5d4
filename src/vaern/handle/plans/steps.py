"""What one step of a contingency plan says, and its stored form. Plain values, no Django."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Self

PHASES = ("acute", "same_day", "within_72_hours", "day_1_to_3", "within_14_days", "later")
"""From the first minutes to months after, in the order they come."""

ROLES = ("manager", "amr", "hr", "communications")
"""Roles that can own a step; an employee or an administrator never does by role alone."""

WORDS = ("title", "instruction", "proof", "told")
"""The fields of a step that are words in Danish and English."""

UNDECIDED = "undecided"
"""The regime of an episode whose sender is not known to come from outside or inside."""


class PlanError(ValueError):
    """A plan that cannot be read; the message names the step and the field."""


@dataclass(frozen=True, slots=True)
class Words:
    """The same words in Danish and English."""

    da: str
    en: str

    def text(self, lang: str) -> str:
        return self.da if lang.startswith("da") else self.en

    def to_dict(self) -> dict[str, str]:
        return {"da": self.da, "en": self.en}


@dataclass(frozen=True, slots=True)
class Due:
    """When a step must be done.

    ``deadline`` is a code of the law's deadlines, whose start and end are then used; ``hours``
    counts elapsed hours from when the step came into the case, and serves also where the law's
    deadline has no end yet. ``earliest_hours``: not before. ``own_hours``: the workplace's own
    time where that is earlier than the law's. ``again_hours``: so long after it was done it is
    to be done again, until somebody says that it is no longer relevant.
    """

    hours: float
    deadline: str = ""
    earliest_hours: float = 0
    own_hours: float = 0
    again_hours: float = 0


@dataclass(frozen=True, slots=True)
class Condition:
    """When a step applies: every field that is set must fit; ``any`` needs one of its own to fit.

    Lists hold codes of which one must fit. ``deadline`` lists deadlines of the law that apply.
    """

    kinds: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    min_severity: str = ""
    min_urgency: int = 0
    channel: tuple[str, ...] = ()
    channel_owner: tuple[str, ...] = ()
    relation: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    pattern: tuple[str, ...] = ()
    regime: tuple[str, ...] = ()
    deadline: tuple[str, ...] = ()
    public_service: bool | None = None
    digital: bool | None = None
    outside_hours: bool | None = None
    has_absence: bool | None = None
    any: tuple["Condition", ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One step: who does what by when, what proves it done, and where the advice comes from.

    ``told`` is the step in words to the affected person; without it she reads the title.
    ``role`` does it, else the first of ``fallback`` somebody holds; ``internal_role`` instead
    when the sender is a colleague or manager. ``contact`` names the kind of outside contact
    that proves it (police, easy, platform, data_authority). ``statutory``: the deadline is the
    law's. ``required``: the case closes only with it done or a reason given. ``care``: it
    applies also where there is no harassment, only a sender who may be in danger. ``each``: it
    is done for every affected person of a case, not once for all.
    """

    code: str
    phase: str
    title: Words
    instruction: Words
    proof: Words
    role: str
    due: Due
    source: tuple[str, ...]
    told: Words | None = None
    fallback: tuple[str, ...] = ()
    internal_role: str = ""
    statutory: bool = False
    required: bool = False
    for_affected: bool = True
    contact: str = ""
    care: bool = False
    each: bool = False
    when: Condition = field(default_factory=Condition)

    def roles(self, regime: str) -> tuple[str, ...]:
        """The roles to ask in order, each once."""
        internal = regime == "kraenkende_handlinger" and self.internal_role
        asked = (self.internal_role,) if internal else (self.role, *self.fallback)
        return tuple(dict.fromkeys(asked))

    def to_dict(self) -> dict[str, Any]:
        """The stored form; `from_dict` of it gives the same step."""
        plain = {f.name: getattr(self, f.name) for f in fields(self)}
        for name in WORDS:
            plain[name] = plain[name].to_dict() if plain[name] else None
        plain["due"] = {f.name: getattr(self.due, f.name) for f in fields(Due)}
        plain["when"] = _condition_to_dict(self.when)
        return plain | {"source": list(self.source), "fallback": list(self.fallback)}

    @classmethod
    def from_dict(cls, raw: Mapping[str, Any]) -> Self:
        """A step from its stored form, which was checked when the plan was published."""
        words = {name: Words(**raw[name]) for name in WORDS if raw.get(name)}
        return cls(
            **{
                **raw,
                **words,
                "due": Due(**raw["due"]),
                "when": condition_from(raw.get("when", {})),
                "source": tuple(raw["source"]),
                "fallback": tuple(raw.get("fallback", ())),
            }
        )


def condition_from(raw: Mapping[str, Any]) -> Condition:
    """A condition from plain values, lists made tuples."""
    plain: dict[str, Any] = {
        name: tuple(v) if isinstance(v, list | tuple) else v for name, v in raw.items()
    }
    plain["any"] = tuple(condition_from(each) for each in raw.get("any", ()))
    return Condition(**plain)


def _condition_to_dict(when: Condition) -> dict[str, Any]:
    """Only what is set, so that a stored plan reads like its source."""
    plain: dict[str, Any] = {}
    for f in fields(Condition):
        value = getattr(when, f.name)
        if f.name == "any":
            value = [_condition_to_dict(each) for each in value]
        if value not in ((), [], "", 0, None) or value is False:
            plain[f.name] = list(value) if isinstance(value, tuple) else value
    return plain
