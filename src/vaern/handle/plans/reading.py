"""Reading a plan from TOML; every fault names the step and the field."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from functools import cache
from pathlib import Path
from typing import Any

from vaern.ground.law import entries
from vaern.handle.plans.rules import SEVERITIES
from vaern.handle.plans.steps import (
    PHASES,
    ROLES,
    UNDECIDED,
    WORDS,
    Condition,
    Due,
    PlanError,
    Step,
)

DEFAULT = Path(__file__).parent / "data" / "default.toml"
GROUPS = (
    "threat", "degrading", "extortion", "shaming", "stalking", "sexual", "hate", "self_harm",
    "other",
)  # fmt: skip
CONTACTS = ("", "police", "easy", "platform", "data_authority")
LISTS: Mapping[str, Callable[[], tuple[str, ...]]] = {
    "kinds": lambda: entries.codes("kinds"),
    "groups": lambda: GROUPS,
    "channel": lambda: entries.codes("channels"),
    "channel_owner": lambda: entries.codes("channel_owners"),
    "relation": lambda: entries.codes("relations"),
    "target": lambda: entries.codes("targets"),
    "pattern": lambda: entries.codes("patterns"),
    "regime": lambda: (*entries.codes("regimes"), UNDECIDED),
    "deadline": lambda: entries.codes("deadlines"),
}
"""The codes a condition may list, field by field."""


@cache
def default_steps() -> tuple[Step, ...]:
    """The plan every workplace starts with. Raises :class:`PlanError`."""
    return read(DEFAULT.read_text(encoding="utf-8"))


def read(text: str) -> tuple[Step, ...]:
    """The steps of a plan written in TOML. Raises :class:`PlanError`."""
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise PlanError(f"the plan cannot be read: {fault}") from fault
    tables = raw.get("step")
    if set(raw) != {"step"} or not isinstance(tables, list) or not tables:
        raise PlanError("expected one or more [[step]] tables and nothing else")
    steps = tuple(step_from(table) for table in tables)
    codes = [step.code for step in steps]
    if twice := {code for code in codes if codes.count(code) > 1}:
        raise PlanError(f"{min(twice)}: the code is used twice")
    return steps


def step_from(raw: Mapping[str, Any]) -> Step:
    """One checked step. Raises :class:`PlanError`."""
    name = str(raw.get("code", "a step without a code"))
    _known(name, raw, Step)
    _known(f"{name}.due", raw["due"], Due)
    for words in [name for name in WORDS if name in raw]:
        if set(raw[words]) != {"da", "en"} or not all(raw[words].values()):
            raise PlanError(f"{name}.{words}: needs da and en, both filled in")
    check_condition(f"{name}.when", raw.get("when", {}))
    step = Step.from_dict(raw)
    _check_codes(step)
    return step


def check_condition(where: str, raw: Mapping[str, Any]) -> None:
    """Only known fields with known codes. Raises :class:`PlanError`."""
    _known(where, raw, Condition)
    for field, allowed in LISTS.items():
        wrong = [code for code in raw.get(field, ()) if code not in allowed()]
        if wrong:
            raise PlanError(f"{where}.{field}: {wrong[0]!r} is not known; allowed: {allowed()}")
    if raw.get("min_severity", "") not in SEVERITIES:
        raise PlanError(f"{where}.min_severity: {raw['min_severity']!r} is not known")
    for place, each in enumerate(raw.get("any", ())):
        check_condition(f"{where}.any[{place}]", each)


def _known(where: str, raw: Any, shape: type[Any]) -> None:
    """Every key belongs to the shape, none it needs is missing."""
    if not isinstance(raw, Mapping):
        raise PlanError(f"{where}: expected a table")
    names = [f.name for f in fields(shape)]
    needed = [f.name for f in fields(shape) if f.default is f.default_factory is MISSING]
    if unknown := [key for key in raw if key not in names]:
        raise PlanError(f"{where}.{unknown[0]}: is not known; allowed: {', '.join(names)}")
    if missing := [key for key in needed if key not in raw]:
        raise PlanError(f"{where}.{missing[0]}: is missing")


def _check_codes(step: Step) -> None:
    rules = {
        "phase": step.phase in PHASES,
        "role": step.role in ROLES,
        "fallback": set(step.fallback) <= set(ROLES),
        "internal_role": step.internal_role in ("", *ROLES),
        "contact": step.contact in CONTACTS,
        "due.deadline": step.due.deadline in ("", *entries.codes("deadlines")),
        "due.hours": step.due.hours > step.due.earliest_hours >= 0,
        "due.own_hours": step.due.own_hours == 0 or (step.statutory and step.due.own_hours > 0),
        "due.again_hours": step.due.again_hours >= 0,
        "statutory": not step.statutory or bool(step.due.deadline),
        "source": bool(step.source),
    }
    for name, right in rules.items():
        if not right:
            raise PlanError(f"{step.code}.{name}: {getattr(step, name, step.due)!r} cannot be used")
