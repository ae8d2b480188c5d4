"""The rules of a case hold for whatever comes in."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from vaern.handle.cases import rules
from vaern.handle.plans.steps import PHASES

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
SPANS = st.timedeltas(min_value=timedelta(days=-90), max_value=timedelta(days=90))
STEPS = st.sampled_from("abcdef")
STANDING = st.builds(
    rules.Standing, STEPS, st.sampled_from(["open", "done", "not_relevant"]), st.booleans()
)


@given(st.sampled_from(PHASES), SPANS, st.timedeltas(timedelta(), timedelta(days=9)))
def test_lateness_only_rises_with_time(phase: str, late: timedelta, more: timedelta) -> None:
    opened = NOW - timedelta(days=100)
    now = rules.escalation(phase, NOW - late, opened, NOW)
    later = rules.escalation(phase, NOW - late, opened, NOW + more)
    assert 0 <= now <= later <= 3
    assert (now == 0) == (late <= timedelta())


@given(SPANS)
def test_nobody_is_late_before_the_case_was_there(ago: timedelta) -> None:
    assert rules.escalation("acute", NOW - abs(ago), NOW, NOW) == 0


@given(SPANS)
def test_the_clock_has_one_state(left: timedelta) -> None:
    state = rules.clock_state(NOW + left, NOW)
    assert (state == "overdue") == (left < timedelta())
    assert (state == "far") == (left > rules.SOON)


@given(
    st.lists(STANDING),
    st.text(max_size=3),
    st.sampled_from(["stopped", "", "x"]),
    st.text(max_size=3),
)
def test_closing_lists_exactly_what_is_missing(
    tasks: list[rules.Standing], reason: str, outcome: str, word: str
) -> None:
    found = rules.closing_problems(
        tasks, outcome=outcome, outcomes=["stopped"], word=word, reason=reason
    )
    waiting = any(task.required and task.state == "open" for task in tasks)
    assert ("required_open" in found) == (waiting and not reason.strip())
    assert ("outcome" in found) == (outcome != "stopped")
    assert ("word" in found) == (not word.strip())


@given(
    st.lists(STEPS, unique=True),
    st.dictionaries(
        STEPS,
        st.sampled_from(
            [("open", ""), ("done", ""), ("not_relevant", ""), ("not_relevant", "plan")]
        ),
    ),
)
def test_replanning_touches_nothing_settled(
    wanted: list[str], there: dict[str, tuple[str, str]]
) -> None:
    plan = rules.replan(wanted, there)
    touched = {*plan.new, *plan.again, *plan.gone}
    settled = {code for code, was in there.items() if was in (("done", ""), ("not_relevant", ""))}
    assert not touched & settled
    left = {c for c, was in there.items() if was[0] == "open"} - set(plan.gone)
    assert left | set(plan.new) | set(plan.again) <= set(wanted)


@given(st.lists(st.sampled_from(rules.PARTS), min_size=1))
def test_the_affected_never_handles_her_own_case(parts: list[str]) -> None:
    assert (rules.strongest(parts) == "affected") == ("affected" in parts)


def test_an_unnamed_manager_as_sender_lets_no_manager_in() -> None:
    assert "manager" not in dict(rules.roles_let_in(rules.INTERNAL, ["hr"]))
    assert "manager" in dict(rules.roles_let_in("vold", ["hr"]))
    assert "communications" not in dict(rules.roles_let_in("vold", ["hr"]))
    assert "communications" in dict(rules.roles_let_in("vold", ["communications"]))


def test_urgent_cases_come_first_then_the_nearest_deadline() -> None:
    soon, late = NOW + timedelta(hours=1), NOW + timedelta(days=3)
    keys = [
        rules.urgency_key(3, None, NOW),
        rules.urgency_key(2, soon, NOW),
        rules.urgency_key(2, late, NOW),
        rules.urgency_key(2, None, NOW),
        rules.urgency_key(0, soon, NOW),
    ]
    assert keys == sorted(keys)
