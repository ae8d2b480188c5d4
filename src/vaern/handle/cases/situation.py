"""What the law's rules and the plan's conditions see of a case."""

from datetime import date, datetime
from typing import Any

from vaern.ground.law.answers import Finding
from vaern.ground.law.facts import Facts
from vaern.ground.law.rules import deadlines, judge
from vaern.ground.people.calendar import zone_of
from vaern.handle.cases.models import Case
from vaern.handle.plans.rules import Situation, Span
from vaern.handle.plans.steps import UNDECIDED
from vaern.handle.triage.episode import Picture, Setting, law_facts

NOT_HARASSMENT = "not_harassment"
"""The fact a person states by overruling; it stands when other facts are corrected."""

JUDGED = "judged"
"""What a person's newest own verdict was, ``yes`` or ``no``."""


def picture_of(case: Case) -> Picture:
    """Kinds, severity and urgency as they stand in the case now."""
    return Picture(
        kinds=tuple(case.kinds),
        severity=case.severity,
        urgency=case.urgency,
        self_harm=bool(case.facts.get("self_harm")),
    )


def facts_of(case: Case) -> Facts:
    """The case's facts as the law's rules take them."""
    place = case.workplace
    setting = Setting(place.timezone, place.public_service, place.law_options)
    return law_facts(_told_and_judged(case), picture_of(case), setting)


def _told_and_judged(case: Case) -> dict[str, Any]:
    """What was told; where a person has given a verdict, theirs goes before the report's kinds."""
    turned_away, judged = case.facts.get(NOT_HARASSMENT), case.facts.get(JUDGED)
    if not turned_away and not judged:
        return dict(case.facts)
    told = {name: value for name, value in case.facts.items() if name != "kinds"}
    return {**told, "abusive": False if turned_away else True if judged == "yes" else None}


def judged(case: Case, now: datetime) -> Finding:
    """The finding on the facts as they stand."""
    facts = facts_of(case)
    return judge(facts, facts.law_day(_today(case, now)))


def spans_of(case: Case, now: datetime) -> dict[str, Span]:
    """The law's deadlines that apply to the case, by code."""
    found = deadlines(facts_of(case), _today(case, now))
    return {each.code: Span(each.due_at, each.earliest_at) for each in found if each.applies}


def situation_of(case: Case, finding: Finding, now: datetime) -> Situation:
    """The case as the plan's conditions look at it."""
    facts, seen = facts_of(case), picture_of(case)
    return Situation(
        kinds=frozenset(facts.kinds),
        groups=frozenset(seen.groups),
        severity=seen.severity,
        urgency=seen.urgency,
        channel=facts.channel or "",
        channel_owner=facts.channel_owner or "",
        relation=facts.relation or "",
        target=facts.target or "",
        pattern=facts.pattern or "",
        regime=finding.regime or UNDECIDED,
        public_service=facts.public_service,
        digital=finding.digital,
        outside_hours=finding.outside_hours,
        has_absence=facts.absence is not None or bool(facts.incapacity_days),
        care_only=seen.care_only,
        deadlines=spans_of(case, now),
    )


def _today(case: Case, now: datetime) -> date:
    return now.astimezone(zone_of(case.workplace)).date()
