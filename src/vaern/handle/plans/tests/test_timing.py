"""When a step is due: hours from when it came in, the law's own end, and nobody woken for less."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaern.handle.plans.reading import default_steps
from vaern.handle.plans.rules import Situation, Span
from vaern.handle.plans.steps import Step
from vaern.handle.plans.timing import EVENING, LAW, MORNING, OWN, PROPOSED, UNKNOWN, times

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
STEPS = {step.code: step for step in default_steps()}
START = datetime(2026, 1, 1, tzinfo=UTC)
MOMENTS = st.integers(0, 730 * 24 * 60).map(
    lambda minutes: (START + timedelta(minutes=minutes)).astimezone(COPENHAGEN)
)
DAYTIME = [step for step in STEPS.values() if step.phase not in ("acute", "same_day")]
ACUTE = [step for step in STEPS.values() if step.phase == "acute"]
POLICE = STEPS["police"]


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=COPENHAGEN)


@given(MOMENTS, st.sampled_from(DAYTIME))
def test_hours_are_elapsed_time_whatever_the_clocks_do(since: datetime, step: Step) -> None:
    found = times(step, since, Situation())
    assert found.due_at - since.astimezone(UTC) == timedelta(hours=step.due.hours)
    earliest = found.earliest_at
    assert earliest is None or since.astimezone(UTC) < earliest < found.due_at


@given(MOMENTS, st.sampled_from(ACUTE))
def test_acute_danger_waits_for_no_morning(since: datetime, step: Step) -> None:
    found = times(step, since, Situation(urgency=3))
    assert found.due_at - since.astimezone(UTC) == timedelta(hours=step.due.hours)


@given(MOMENTS, st.sampled_from([*ACUTE, STEPS["first_aid"], STEPS["inform_colleagues"]]))
def test_all_else_is_due_when_somebody_is_awake(since: datetime, step: Step) -> None:
    due = times(step, since, Situation()).due_at
    assert MORNING <= due.astimezone(COPENHAGEN).time() <= EVENING
    assert due > since


@pytest.mark.parametrize(
    ("since", "due"),
    [
        ("2026-11-23T10:00", "2026-11-23T18:00"),
        ("2026-11-23T15:30", "2026-11-23T22:00"),
        ("2026-11-23T20:00", "2026-11-24T09:00"),
        ("2026-11-24T00:30", "2026-11-24T09:00"),
        ("2026-11-24T03:00", "2026-11-24T11:00"),
    ],
)
def test_the_same_day_is_a_time_a_person_can_meet(since: str, due: str) -> None:
    assert times(STEPS["first_aid"], at(since), Situation()).due_at == at(due)


@given(MOMENTS, st.timedeltas(timedelta(days=-30), timedelta(days=30)))
def test_a_deadline_of_the_law_stands_even_when_it_has_passed(
    since: datetime, away: timedelta
) -> None:
    end = since.astimezone(UTC) + away
    found = times(POLICE, since, Situation(deadlines={"police_72h": Span(end)}))
    assert (found.due_at, found.clock) == (end, LAW)


def test_the_workplaces_own_earlier_time_is_not_called_law() -> None:
    since = at("2026-11-23T10:00")
    police = replace(POLICE, due=replace(POLICE.due, own_hours=24))
    end = since + timedelta(hours=60)
    found = times(police, since, Situation(deadlines={"police_72h": Span(end)}))
    assert (found.due_at, found.clock) == (since + timedelta(hours=24), OWN)
    assert found.law_due_at == end
    near = since + timedelta(hours=5)
    assert times(police, since, Situation(deadlines={"police_72h": Span(near)})).clock == LAW


def test_a_rule_nobody_confirmed_is_not_called_law() -> None:
    facts = Situation(deadlines={"easy_absence": Span(at("2026-11-30T23:59"), confirmed=False)})
    assert times(STEPS["easy_absence"], at("2026-11-23T10:00"), facts).clock == PROPOSED


def test_an_event_without_a_time_is_counted_from_the_report() -> None:
    reported = at("2026-11-23T10:00")
    facts = Situation(deadlines={"police_72h": Span()}, reported_at=reported)
    found = times(POLICE, reported + timedelta(hours=2), facts)
    assert (found.due_at, found.clock) == (reported + timedelta(hours=24), UNKNOWN)
    late = reported + timedelta(days=5)
    assert times(POLICE, late, facts).due_at == late + timedelta(hours=24)


def test_advice_that_came_too_late_starts_from_when_it_came_in() -> None:
    since = at("2026-11-22T13:00")
    passed = Span(since - timedelta(days=9), since - timedelta(days=11), statutory=False)
    found = times(STEPS["follow_up_talk"], since, Situation(deadlines={"follow_up_talk": passed}))
    assert found.due_at == since + timedelta(hours=72)
