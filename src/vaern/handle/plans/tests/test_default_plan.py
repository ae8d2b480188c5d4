"""The plan a workplace starts with reads, is complete and fits the episodes it is for."""

import pytest

from vaern.handle.plans.reading import default_steps, read
from vaern.handle.plans.rules import Situation, Span, steps_for
from vaern.handle.plans.steps import PlanError, Step

STEPS = default_steps()


def codes(**facts: object) -> list[str]:
    return [step.code for step in steps_for(STEPS, Situation(**facts))]  # type: ignore[arg-type]


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.code)
def test_every_step_is_complete(step: Step) -> None:
    assert step.source
    assert all(words.da and words.en for words in (step.title, step.instruction, step.proof))
    assert Step.from_dict(step.to_dict()) == step


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.code)
def test_hours_of_a_named_workplace_are_not_called_law(step: Step) -> None:
    assert not step.statutory or step.due.deadline


def test_danger_comes_first() -> None:
    assert codes(urgency=3)[0] == "safety"
    assert "safety" not in codes(urgency=2)


def test_what_may_be_punishable_gets_the_police_step_whoever_sent_it() -> None:
    threat = {"groups": frozenset({"threat"}), "deadlines": {"police_72h": Span()}}
    assert "police" in codes(**threat, regime="vold")
    assert "police" in codes(**threat)
    assert "police" in codes(**threat, regime="kraenkende_handlinger")
    assert "police" not in codes(regime="kraenkende_handlinger")


@pytest.mark.parametrize(
    "facts",
    [{"target": "several"}, {"target": "workplace"}, {"channel": "social_workplace_page"}],
)
def test_all_who_are_hit_are_heard(facts: dict[str, str]) -> None:
    assert "all_hit" in codes(**facts)
    assert "all_hit" not in codes(target="employee", channel="email")


def test_what_each_is_owed_is_marked_so() -> None:
    assert {"take_over", "first_aid", "follow_up_talk"} <= {s.code for s in STEPS if s.each}


def test_an_internal_sender_has_another_procedure() -> None:
    internal = codes(regime="kraenkende_handlinger")
    assert "internal_procedure" in internal
    assert "internal_procedure" not in codes(regime="vold")
    assert not {"contact_author", "inform_colleagues", "contact_restriction"} & set(internal)


INTERNAL = "kraenkende_handlinger"


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.code)
def test_hr_handles_when_the_sender_is_internal(step: Step) -> None:
    if not step.when.regime or INTERNAL in step.when.regime:
        assert step.roles(INTERNAL) == ("hr",)


def test_public_posts_are_taken_down() -> None:
    posted = codes(groups=frozenset({"shaming"}), channel="social_open_group", regime="vold")
    assert {"contact_author", "removal"} <= set(posted)
    assert not {"contact_author", "removal"} & set(codes(channel="email", regime="vold"))


def test_easy_only_when_the_law_says_so() -> None:
    assert "easy_absence" not in codes()
    assert "easy_absence" in codes(deadlines={"easy_absence": Span()})


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ('phase = "soon"', "phase"),
        ('role = "king"', "role"),
        ("when = { kind = ['threat'] }", "when.kind"),
        ("when = { kinds = ['dragons'] }", "when.kinds"),
        ("when = { any = [{ min_severity = 'huge' }] }", "any\\[0\\].min_severity"),
        ("statutory = true", "statutory"),
        ("due = { days = 1 }", "due.days"),
        ("colour = 1", "colour"),
    ],
)
def test_a_faulty_plan_names_step_and_field(wrong: str, says: str) -> None:
    right = {
        "code": 'code = "call"',
        "phase": 'phase = "acute"',
        "role": 'role = "hr"',
        "due": "due = { hours = 1 }",
        "title": 'title = { da = "a", en = "b" }',
        "instruction": 'instruction = { da = "a", en = "b" }',
        "proof": 'proof = { da = "a", en = "b" }',
        "source": 'source = ["x"]',
    }
    right[wrong.split(" ", maxsplit=1)[0]] = wrong
    with pytest.raises(PlanError, match=f"call.*{says}"):
        read("[[step]]\n" + "\n".join(right.values()))


def test_what_is_done_for_the_affected_is_told_to_them() -> None:
    for step in default_steps():
        assert (step.told is not None) == step.for_affected, step.code
    for step in default_steps():
        assert "berørte" not in (step.told.da if step.told else ""), step.code
