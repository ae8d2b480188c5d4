"""What the law's rules and the plan's conditions see of a case."""

from datetime import date, datetime, time
from typing import Any

from vaern.ground.law.answers import Deadline, Finding
from vaern.ground.law.entries import latest
from vaern.ground.law.facts import Facts
from vaern.ground.law.rules import deadlines, judge
from vaern.ground.people.calendar import zone_of
from vaern.handle.cases.models import Case
from vaern.handle.plans.rules import Situation, Span
from vaern.handle.plans.steps import UNDECIDED, Words
from vaern.handle.triage.episode import Picture, Setting, law_facts

NOT_HARASSMENT = "not_harassment"
"""The fact a person states by overruling; it stands when other facts are corrected."""
CLOCK_KNOWN = "clock_known"
"""The answer that the clock time of the event is known, not its day alone."""

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
    return judge(facts, facts.law_day(today_of(case, now)))


def spans_of(case: Case, now: datetime) -> dict[str, Span]:
    """The law's deadlines that apply to the case, by code."""
    facts = facts_of(case)
    return spans(facts, today_of(case, now), day_only=_day_only(case, facts))


def spans(facts: Facts, today: date, *, day_only: bool = False) -> dict[str, Span]:
    """The law's deadlines that apply to the facts, by code."""
    return {one.code: _span(one, day_only) for one in deadlines(facts, today) if one.applies}


def _span(found: Deadline, day_only: bool) -> Span:
    return Span(
        found.due_at,
        found.earliest_at,
        found.statutory,
        found.confirmed,
        day_only and _by_the_hour(found.code),
        Words(found.note.da, found.note.en),
    )


def _by_the_hour(code: str) -> bool:
    """Does the clock time of the event matter to the deadline?"""
    more = latest("deadlines", code).more
    return bool(more["clock"] == "elapsed" and more["starts"] == "occurred")


def _day_only(case: Case, facts: Facts) -> bool:
    """Was a day told without a clock time? It is then kept as the day's first minute."""
    at = facts.occurred_at
    return bool(at and not case.facts.get(CLOCK_KNOWN) and facts.local(at).time() == time())


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
        reported_at=facts.learned_at,
        timezone=facts.timezone,
    )


def today_of(case: Case, now: datetime) -> date:
    """The day by the workplace's clock."""
    return now.astimezone(zone_of(case.workplace)).date()
