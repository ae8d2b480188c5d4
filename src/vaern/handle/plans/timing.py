"""When a step is due, and whose time that is: the law's, the workplace's, or not known yet."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from vaern.handle.plans.rules import Situation, Span
from vaern.handle.plans.steps import Step

LAW, OWN, UNKNOWN, DAY, PROPOSED = "law", "own", "unknown", "day", "proposed"
"""Whose time it is. ``unknown``: the law's clock, but when it starts is not known; ``day``: only
the day is. ``proposed``: a rule whose adoption is not confirmed. "" is a plain time of the plan."""

EVENING, MORNING = time(22), time(9)
"""From the evening until the morning nobody is asked to do what can wait."""

ENOUGH = timedelta(hours=4)
"""With so long before the evening a step of the same day is still done that day."""


@dataclass(frozen=True, slots=True)
class Times:
    """When a step is due. ``law_due_at`` is the law's own end where the step is due earlier."""

    earliest_at: datetime | None
    due_at: datetime
    clock: str = ""
    law_due_at: datetime | None = None


def times(step: Step, since: datetime, facts: Situation) -> Times:
    """When a step that came into the case at ``since`` is due. Hours are elapsed time, in UTC.

    A deadline of the law stands even when it has passed; a piece of advice that came too late
    starts again from when the step came in.
    """
    span = facts.deadlines.get(step.due.deadline)
    if span is None:
        return _plain(step, since, facts)
    if span.due_at is None:
        return _start_unknown(step, since, facts)
    if step.statutory and span.statutory:
        return _by_law(step, since, span, span.due_at)
    if span.due_at > since:
        return Times(span.earliest_at, span.due_at)
    return _plain(step, since, facts)


def _by_law(step: Step, since: datetime, span: Span, end: datetime) -> Times:
    own = since.astimezone(UTC) + timedelta(hours=step.due.own_hours)
    if step.due.own_hours and own < end:
        return Times(span.earliest_at, own, OWN, end)
    known = DAY if span.day_only else LAW
    return Times(span.earliest_at, end, known if span.confirmed else PROPOSED)


def _start_unknown(step: Step, since: datetime, facts: Situation) -> Times:
    """Counted from the report, which came after the event; never late before it came in."""
    hours = timedelta(hours=step.due.hours)
    reported = (facts.reported_at or since).astimezone(UTC) + hours
    due = reported if reported > since else since.astimezone(UTC) + hours
    return Times(None, due, UNKNOWN if step.statutory else "")


def _plain(step: Step, since: datetime, facts: Situation) -> Times:
    start, wait = since.astimezone(UTC), step.due.earliest_hours
    due = start + timedelta(hours=step.due.hours)
    if step.phase == "same_day" or (step.phase == "acute" and not facts.acute):
        due = awake(start, due, facts.timezone)
    return Times(start + timedelta(hours=wait) if wait else None, due)


def awake(since: datetime, due: datetime, zone: str) -> datetime:
    """``due``, or where it falls in the night: the evening before if that leaves time enough,
    else the morning after."""
    here = ZoneInfo(zone)
    local = due.astimezone(here)
    if MORNING <= local.time() <= EVENING:
        return due
    last = local.date() if local.time() > EVENING else local.date() - timedelta(days=1)
    evening = datetime.combine(last, EVENING, here).astimezone(UTC)
    if since + ENOUGH <= evening:
        return evening
    return datetime.combine(last + timedelta(days=1), MORNING, here).astimezone(UTC)
