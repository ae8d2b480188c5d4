"""What is known about one episode, as the rules take it, and its JSON form.

Everything may be unknown: a missing key and null mean the same. The answers the rules give
back are in `answers` and can be had from here too.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from typing import Any, Self

from . import reading
from .answers import Deadline, Finding, PenalNote, Reason, Words
from .entries import load

__all__ = ["Absence", "Deadline", "Facts", "Finding", "PenalNote", "Reason", "Words"]

LIST_OF: Mapping[str, str] = {
    "channel": "channels",
    "channel_owner": "channel_owners",
    "relation": "relations",
    "target": "targets",
    "trigger": "triggers",
    "severity": "severities",
    "pattern": "patterns",
}
"""Which list of the law data the codes of each field come from."""

WORKING_TIMES = ("inside", "outside")
MOMENTS = ("occurred_at", "learned_at", "last_at", "personal_data_breach_known_at")
YES_NO = ("abusive", "work_connection", "public_service", "expects_compensation")


@dataclass(frozen=True, slots=True)
class Absence:
    """Absence or unfitness for the usual work. No last day: it still goes on."""

    first_day: date | None = None
    last_day: date | None = None

    def __post_init__(self) -> None:
        for name in ("first_day", "last_day"):
            object.__setattr__(self, name, reading.day(f"absence.{name}", getattr(self, name)))
        reading.not_before("absence.last_day", self.last_day, "absence.first_day", self.first_day)

    @classmethod
    def from_dict(cls, raw: Any) -> Self:
        if not isinstance(raw, Mapping) or not set(raw) <= {"first_day", "last_day"}:
            raise ValueError("absence: must be {first_day, last_day} or null")
        return cls(raw.get("first_day"), raw.get("last_day"))

    def to_dict(self) -> dict[str, str | None]:
        return {
            "first_day": self.first_day.isoformat() if self.first_day else None,
            "last_day": self.last_day.isoformat() if self.last_day else None,
        }


@dataclass(frozen=True)
class Facts:
    """The facts of one episode or series. Bad values give a ValueError saying what is allowed."""

    kinds: tuple[str, ...] = ()
    channel: str | None = None
    channel_owner: str | None = None
    relation: str | None = None
    target: str | None = None
    trigger: str | None = None
    severity: str | None = None
    pattern: str | None = None
    abusive: bool | None = None
    work_connection: bool | None = None
    working_time: str | None = None
    occurred_at: datetime | None = None
    learned_at: datetime | None = None
    last_at: datetime | None = None
    timezone: str = "Europe/Copenhagen"
    public_service: bool | None = None
    absence: Absence | None = None
    incapacity_days: int | None = None
    expects_compensation: bool | None = None
    personal_data_breach_known_at: datetime | None = None
    options: Mapping[str, bool] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name, value in self._read().items():
            object.__setattr__(self, name, value)
        reading.not_before("last_at", self.last_at, "occurred_at", self.occurred_at)
        if self.absence and self.occurred_at:
            day = self.local_day(self.occurred_at)
            reading.not_before("absence.first_day", self.absence.first_day, "occurred_at", day)

    def _read(self) -> dict[str, Any]:
        read: dict[str, Any] = {"kinds": reading.code_list("kinds", self.kinds, "kinds")}
        for name, list_name in LIST_OF.items():
            read[name] = reading.code(name, getattr(self, name), list_name)
        for name in MOMENTS:
            read[name] = reading.moment(name, getattr(self, name))
        for name in YES_NO:
            read[name] = reading.yes_no(name, getattr(self, name))
        read["working_time"] = reading.one_of("working_time", self.working_time, WORKING_TIMES)
        read["incapacity_days"] = reading.count("incapacity_days", self.incapacity_days)
        read["timezone"] = reading.zone("timezone", self.timezone)
        read["absence"] = _absence(self.absence)
        read["options"] = _options(self.options)
        return read

    def local_day(self, value: datetime) -> date:
        """The day of a moment by the workplace's clock."""
        return self.local(value).date()

    def local(self, value: datetime) -> datetime:
        """A moment as the workplace's clock shows it."""
        return reading.in_zone(value, self.timezone)

    def law_day(self, on: date) -> date:
        """The day the law is read for: that of the episode, `on` if it is not known."""
        return self.local_day(self.occurred_at) if self.occurred_at else on

    @classmethod
    def from_dict(cls, raw: Any) -> Self:
        """Facts from JSON. Raises ValueError for unknown keys, codes, times or types."""
        if not isinstance(raw, Mapping):
            raise ValueError("facts: must be a JSON object")
        known = [item.name for item in fields(cls)]
        unknown = [str(name) for name in raw if name not in known]
        if unknown:
            raise ValueError(f"{unknown[0]}: is not known; allowed: {', '.join(known)}")
        return cls(**raw)

    def to_dict(self) -> dict[str, Any]:
        """JSON with every key; `from_dict` of it gives the same facts."""
        result = {item.name: getattr(self, item.name) for item in fields(self)}
        for name in MOMENTS:
            result[name] = result[name].isoformat() if result[name] else None
        result["kinds"] = list(self.kinds)
        result["absence"] = self.absence.to_dict() if self.absence else None
        result["options"] = dict(self.options)
        return result


def _absence(raw: Any) -> Absence | None:
    return raw if raw is None or isinstance(raw, Absence) else Absence.from_dict(raw)


def _options(raw: Any) -> dict[str, bool]:
    """The switches a workplace can set, each named by an entry of the deadlines."""
    allowed = {entry.more["option"] for entry in load("deadlines") if "option" in entry.more}
    if raw is None:
        return {}
    if not isinstance(raw, Mapping) or not all(isinstance(on, bool) for on in raw.values()):
        raise ValueError("options: must be an object of true and false")
    unknown = [str(name) for name in raw if name not in allowed]
    if unknown:
        raise ValueError(f"options: {unknown[0]!r} is not known; allowed: {sorted(allowed)}")
    return dict(raw)
