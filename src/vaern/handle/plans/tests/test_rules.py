"""Which steps apply and when they are due, for whatever the facts are."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from vaern.handle.plans.reading import GROUPS, default_steps
from vaern.handle.plans.rules import SEVERITIES, Situation, Span, steps_for, times
from vaern.handle.plans.steps import PHASES, UNDECIDED

STEPS = default_steps()
DEADLINES = ("police_72h", "easy_absence", "easy_compensation", "data_breach_72h")
SITUATIONS = st.builds(
    Situation,
    groups=st.frozensets(st.sampled_from(GROUPS)),
    severity=st.sampled_from(SEVERITIES),
    urgency=st.integers(0, 3),
    channel=st.sampled_from(["", "email", "social_open_group", "review_site", "letter"]),
    target=st.sampled_from(["", "employee", "workplace", "family"]),
    regime=st.sampled_from(["vold", "kraenkende_handlinger", UNDECIDED]),
    public_service=st.none() | st.booleans(),
    outside_hours=st.none() | st.booleans(),
    deadlines=st.dictionaries(st.sampled_from(DEADLINES), st.just(Span())),
)
START = datetime(2026, 1, 1, tzinfo=UTC)
MOMENTS = st.integers(0, 730 * 24 * 60).map(
    lambda minutes: (START + timedelta(minutes=minutes)).astimezone(ZoneInfo("Europe/Copenhagen"))
)


@given(SITUATIONS)
def test_phases_come_in_order_and_steps_once(facts: Situation) -> None:
    found = steps_for(STEPS, facts)
    places = [PHASES.index(step.phase) for step in found]
    assert places == sorted(places)
    assert len({step.code for step in found}) == len(found)


@given(SITUATIONS)
def test_somebody_always_talks_to_the_affected(facts: Situation) -> None:
    assert {"take_over", "first_aid"} <= {step.code for step in steps_for(STEPS, facts)}


@given(SITUATIONS, st.sampled_from(SEVERITIES), st.integers(0, 3))
def test_graver_facts_never_take_a_step_away(facts: Situation, severity: str, urgency: int) -> None:
    values = {name: getattr(facts, name) for name in Situation.__slots__}
    values["severity"] = max(facts.severity, severity, key=SEVERITIES.index)
    values["urgency"] = max(facts.urgency, urgency)
    values["groups"] = facts.groups | {"threat"}
    assert set(steps_for(STEPS, facts)) <= set(steps_for(STEPS, Situation(**values)))


@given(SITUATIONS)
def test_no_police_step_for_an_internal_sender(facts: Situation) -> None:
    if facts.regime == "kraenkende_handlinger":
        assert not [s for s in steps_for(STEPS, facts) if s.contact == "police"]


@given(MOMENTS, st.sampled_from(STEPS))
def test_due_is_elapsed_time_whatever_the_clocks_do(opened: datetime, step: object) -> None:
    earliest, due = times(step, opened, {})  # type: ignore[arg-type]
    hours = step.due.hours  # type: ignore[attr-defined]
    assert due - opened.astimezone(UTC) == timedelta(hours=hours)
    assert earliest is None or opened.astimezone(UTC) < earliest < due


@given(MOMENTS, st.timedeltas(timedelta(days=-30), timedelta(days=30)))
def test_a_deadline_of_the_law_stands_even_when_it_has_passed(
    opened: datetime, away: timedelta
) -> None:
    police = next(step for step in STEPS if step.code == "police")
    end = opened.astimezone(UTC) + away
    assert times(police, opened, {"police_72h": Span(end)}) == (None, end)


def test_advice_that_came_too_late_starts_from_the_opening() -> None:
    talk = next(step for step in STEPS if step.code == "follow_up_talk")
    opened = datetime(2026, 11, 22, 12, tzinfo=UTC)
    passed = Span(opened - timedelta(days=9), opened - timedelta(days=11))
    assert times(talk, opened, {"follow_up_talk": passed})[1] == opened + timedelta(hours=72)


def test_care_for_a_sender_asks_for_no_police_and_no_pattern() -> None:
    found = steps_for(STEPS, Situation(groups=frozenset({"self_harm"}), care_only=True))
    assert [step.code for step in found] == [
        "sender_care",
        "take_over",
        "first_aid",
        "follow_up_talk",
    ]
