"""Which steps apply and when they are due, for whatever the facts are."""

from hypothesis import given
from hypothesis import strategies as st

from vaern.handle.plans.reading import GROUPS, default_steps
from vaern.handle.plans.rules import SEVERITIES, Situation, Span, steps_for
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


def test_care_for_a_sender_asks_for_no_police_and_no_pattern() -> None:
    found = steps_for(STEPS, Situation(groups=frozenset({"self_harm"}), care_only=True))
    assert [step.code for step in found] == [
        "sender_care",
        "take_over",
        "first_aid",
        "follow_up_talk",
    ]
