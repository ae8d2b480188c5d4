"""Which steps of a plan apply to an episode, and when each is due."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from vaern.handle.plans.steps import PHASES, UNDECIDED, Condition, Step, Words

SEVERITIES = ("", "uncomfortable", "offensive", "serious", "possibly_punishable", "acute_danger")
"""From not known to the gravest, as the law data's list ``severities`` orders them."""

ACUTE = 3
"""The urgency of what cannot wait until somebody is at work."""

LISTED = ("channel", "channel_owner", "relation", "target", "pattern")
EXACT = ("public_service", "digital", "outside_hours", "has_absence")


@dataclass(frozen=True, slots=True)
class Span:
    """A deadline of the law that applies: not before ``earliest_at``, not after ``due_at``.

    ``statutory``: from an act or order, not from guidance. ``confirmed``: its adoption is.
    ``day_only``: only the day it starts is known, and it is counted from that day's first minute.
    ``note`` is what the rules say with it.
    """

    due_at: datetime | None = None
    earliest_at: datetime | None = None
    statutory: bool = True
    confirmed: bool = True
    day_only: bool = False
    note: Words | None = None


@dataclass(frozen=True, slots=True)
class Situation:
    """What the conditions look at. "" and None: not known, and then nothing is assumed."""

    kinds: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    severity: str = ""
    urgency: int = 0
    channel: str = ""
    channel_owner: str = ""
    relation: str = ""
    target: str = ""
    pattern: str = ""
    regime: str = UNDECIDED
    public_service: bool | None = None
    digital: bool | None = None
    outside_hours: bool | None = None
    has_absence: bool | None = None
    care_only: bool = False
    deadlines: Mapping[str, Span] = field(default_factory=dict)
    reported_at: datetime | None = None
    timezone: str = "Europe/Copenhagen"

    @property
    def acute(self) -> bool:
        """Nobody waits for the morning."""
        return self.urgency >= ACUTE or self.severity == SEVERITIES[-1]


def steps_for(steps: Iterable[Step], facts: Situation) -> tuple[Step, ...]:
    """The steps that apply, phase by phase and in the plan's own order within a phase."""
    meant = [step for step in steps if step.care or not facts.care_only]
    found = [step for step in meant if applies(step.when, facts)]
    return tuple(sorted(found, key=lambda step: PHASES.index(step.phase)))


def applies(when: Condition, facts: Situation) -> bool:
    """Does everything the condition sets fit?"""
    return (
        _touches(when.kinds, facts.kinds)
        and _touches(when.groups, facts.groups)
        and _touches(when.deadline, facts.deadlines)
        and _touches(when.regime, {facts.regime})
        and level(facts.severity) >= level(when.min_severity)
        and facts.urgency >= when.min_urgency
        and all(_touches(getattr(when, name), {getattr(facts, name)}) for name in LISTED)
        and all(getattr(when, name) in (None, getattr(facts, name)) for name in EXACT)
        and (not when.any or any(applies(each, facts) for each in when.any))
    )


def level(severity: str) -> int:
    """0 not known, 1 mildest, 5 acute."""
    return SEVERITIES.index(severity) if severity in SEVERITIES else 0


def _touches(wanted: Collection[str], there: Collection[str]) -> bool:
    return not wanted or any(each in there for each in wanted)
