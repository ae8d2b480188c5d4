"""A person corrects the facts of a case."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from vaern.ground.law.facts import Facts
from vaern.ground.people.models import Person
from vaern.handle.cases.actions.replanning import plan_again
from vaern.handle.cases.changing import changing
from vaern.handle.cases.doubt import UNKNOWN
from vaern.handle.cases.meanwhile import hold
from vaern.handle.cases.models import Case
from vaern.handle.cases.situation import CLOCK_KNOWN, judged

CORRECTABLE = frozenset(
    {
        "channel", "channel_owner", "relation", "target", "trigger", "pattern", "work_connection",
        "working_time", "occurred_at", "last_at", "absence", "incapacity_days",
        "expects_compensation", "personal_data_breach_known_at",
    }
)  # fmt: skip
"""The facts a handler corrects by hand; kinds and severity go by a verdict."""


def correct(
    *,
    case: Case,
    by: Person,
    facts: Mapping[str, Any],
    joined: Case | None = None,
    seen: str | None = None,
) -> bool:
    """Correct facts of the case (law Facts keys); None takes one away. False if nothing changed.

    ``joined``: those of a case that was joined into it. Deadlines move and steps come and go
    with them. Raises ValueError naming the field, and :class:`Overtaken` when the page with the
    mark ``seen`` was an old one.
    """
    unknown = [name for name in facts if name not in CORRECTABLE]
    if unknown:
        raise ValueError(f"{unknown[0]}: is not corrected here")
    with changing(case, by=by) as change:
        about = _locked(joined) if joined else change.case
        now = _corrected(about, facts)
        if now == about.facts:
            return False
        hold(change, seen)
        about.facts = now
        if joined:
            about.save(update_fields=["facts"])
            _take_over_sender(change.case, about, change.at)
        change.happened("case.corrected", about, fields=" ".join(sorted(facts)))
        plan_again(change)
    return True


def _corrected(case: Case, given: Mapping[str, Any]) -> dict[str, Any]:
    """A moment that was corrected by hand is known to the minute; another sender is asked for
    anew."""
    known: dict[str, Any] = {CLOCK_KNOWN: True} if given.get("occurred_at") else {}
    known |= {UNKNOWN: None} if "relation" in given else {}
    now = {
        name: value for name, value in {**case.facts, **given, **known}.items() if value is not None
    }
    told = {name: now[name] for name in CORRECTABLE & set(now)}
    Facts.from_dict({**told, "timezone": case.workplace.timezone})
    return now


def _take_over_sender(whole: Case, joined: Case, now: datetime) -> None:
    """One of us in a case that was joined into it is one of us in the whole."""
    if judged(joined, now).external is False and judged(whole, now).external is not False:
        whole.facts = {**whole.facts, "relation": joined.facts["relation"]}


def _locked(case: Case) -> Case:
    rows = Case.objects.select_related("key__parent", "workplace__key")
    return rows.select_for_update(of=("self",)).get(pk=case.pk)
