"""What the whole is, when a case is joined into another: the gravest and the closest of both."""

from collections.abc import Mapping
from typing import Any

from vaern.ground.lib.moments import moment_in
from vaern.ground.people.calendar import zone_of
from vaern.handle.cases import rules
from vaern.handle.cases.models import Case
from vaern.handle.cases.situation import NOT_HARASSMENT
from vaern.handle.plans.rules import level
from vaern.handle.reports.suspects import MAYBE_FROM


def add_up(old: Case, whole: Case) -> None:
    """The whole is as grave and as urgent as its gravest part, and it is no single episode."""
    whole.kinds = list(dict.fromkeys([*whole.kinds, *old.kinds]))
    whole.urgency = max(whole.urgency, old.urgency)
    whole.severity = max(whole.severity, old.severity, key=level)
    single = whole.facts.get("pattern") in (None, "single")
    whole.facts = {
        **whole.facts,
        **({"pattern": "repeated"} if single else {}),
        **_said(old, whole),
        **_sender(old, whole),
        **_last(old, whole),
    }


def _said(old: Case, whole: Case) -> dict[str, bool]:
    """A sender in danger in one is in danger; the whole is no harassment only if neither is."""
    care = [bool(case.facts.get("self_harm")) for case in (old, whole)]
    turned_away = [bool(case.facts.get(NOT_HARASSMENT)) for case in (old, whole)]
    return {"self_harm": any(care), NOT_HARASSMENT: all(turned_away)}


def _sender(old: Case, whole: Case) -> dict[str, Any]:
    """One of us in either is one of us in the whole, and so is one who may be."""
    known = next((case for case in (whole, old) if case.regime == rules.INTERNAL), whole)
    relation = known.facts.get("relation")
    doubt = whole.facts.get(MAYBE_FROM) or old.facts.get(MAYBE_FROM)
    return {
        **({"relation": relation} if relation else {}),
        **_named(old.facts, whole.facts),
        **({MAYBE_FROM: doubt} if doubt else {}),
    }


def _named(old: Mapping[str, Any], whole: Mapping[str, Any]) -> dict[str, Any]:
    """Everybody who is named as sender in one of them; one as a word, several as a list."""
    told = [facts.get("internal_person") or [] for facts in (whole, old)]
    people = [pk for one in told for pk in (one if isinstance(one, list) else [one])]
    names = list(dict.fromkeys(people))
    return {"internal_person": names[0] if len(names) == 1 else names} if names else {}


def _last(old: Case, whole: Case) -> dict[str, str]:
    """When the latest episode was, where it came after the one that opened the whole.

    What hit another person makes no series of what hit this one.
    """
    if old.affected_id != whole.affected_id:
        return {}
    zone = zone_of(whole.workplace)
    told = [case.facts.get(name) for case in (old, whole) for name in ("occurred_at", "last_at")]
    moments = [at for text in told if (at := moment_in(zone, text))]
    first = moment_in(zone, whole.facts.get("occurred_at"))
    last = max(moments, default=None)
    if first is None or last is None or last <= first:
        return {}
    return {"last_at": last.isoformat()}
