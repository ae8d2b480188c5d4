"""An episode held against the definition: what is decided, what is open, and why."""

from datetime import date

import pytest
from hypothesis import given

from vaern.ground.law.entries import codes
from vaern.ground.law.facts import Facts
from vaern.ground.law.rules import judge

from . import episodes
from .episodes import TODAY, rikkes


def reasons(facts, on=TODAY):
    return {reason.code for reason in judge(facts, on).reasons}


# The authority's own six example cases.
CASES = {
    "a vet gets threatening calls": {"channel": "phone", "relation": "customer"},
    "a parent berates a teacher in a forum": {
        "kinds": ["degrading"], "channel": "citizen_platform", "relation": "parent",
    },
    "a customer stalks a call-centre worker": {
        "kinds": ["stalking"], "channel": "chat", "channel_owner": "private",
        "relation": "customer", "trigger": None, "work_connection": True,
    },
    "a reader makes a fake profile": {
        "kinds": ["identity_abuse"], "channel": "fake_profile", "channel_owner": "third_party",
        "relation": "user", "trigger": "public_statement", "work_connection": True,
    },
    "a citizen harasses a case worker's family": {
        "kinds": ["degrading"], "channel": "social_open_group", "target": "family",
        "trigger": "child_custody",
    },
    "a customer sends a shop worker transgressive texts": {
        "kinds": ["sexual"], "relation": "customer",
    },
}  # fmt: skip


@pytest.mark.parametrize("changes", CASES.values(), ids=CASES)
def test_the_authoritys_own_examples_are_digital_harassment(changes):
    finding = judge(rikkes(**changes), TODAY)
    assert finding.is_digital_harassment is True
    assert finding.regime == "vold"
    assert finding.missing == ()


@pytest.mark.parametrize("relation", ["colleague", "manager"])
def test_from_inside_it_is_offensive_acts_and_the_other_procedure(relation):
    finding = judge(rikkes(relation=relation), TODAY)
    assert finding.external is False
    assert finding.regime == "kraenkende_handlinger"
    assert finding.other_procedure is not None
    assert "krænkende handlinger" in finding.other_procedure.da


@pytest.mark.parametrize("channel", ["letter", "visit"])
def test_a_letter_or_a_visit_is_registered_but_not_digital(channel):
    finding = judge(rikkes(channel=channel), TODAY)
    assert finding.digital is False
    assert finding.is_digital_harassment is False
    assert finding.regime == "vold"
    assert "not_digital" in reasons(rikkes(channel=channel))


@pytest.mark.parametrize("channel", ["phone", "voicemail", "video_meeting", "payment_message"])
def test_voice_calls_and_odd_channels_are_digital(channel):
    assert judge(rikkes(channel=channel), TODAY).digital is True


def test_through_another_person_does_not_tell_whether_it_was_digital():
    finding = judge(rikkes(channel="third_party"), TODAY)
    assert finding.digital is None
    assert "channel" in finding.missing


@pytest.mark.parametrize("kind", ["harsh_criticism", "complaint_threat"])
def test_ordinary_hard_criticism_is_not_harassment(kind):
    finding = judge(rikkes(kinds=[kind]), TODAY)
    assert finding.is_digital_harassment is False
    assert finding.regime is None
    assert finding.missing == ()
    assert "conduct_criticism" in reasons(rikkes(kinds=[kind]))


def test_criticism_with_a_threat_in_it_is_harassment():
    both = rikkes(kinds=["harsh_criticism", "threat"])
    assert judge(both, TODAY).is_digital_harassment is True


def test_complaints_that_never_stop_are_for_a_person_to_judge():
    finding = judge(rikkes(kinds=["complaint_threat"], pattern="ongoing"), TODAY)
    assert finding.is_digital_harassment is None
    assert finding.missing == ("lasting_criticism",)


def test_a_complaint_someone_finds_serious_is_not_waved_away():
    finding = judge(rikkes(kinds=["harsh_criticism"], severity="serious"), TODAY)
    assert finding.is_digital_harassment is None
    assert finding.missing == ("kinds",)


@pytest.mark.parametrize("kinds", [[], ["unsure"], ["unsure", "harsh_criticism"]])
def test_not_sure_is_fine_and_leaves_it_open(kinds):
    finding = judge(rikkes(kinds=kinds), TODAY)
    assert finding.is_digital_harassment is None
    assert finding.missing == ("kinds",)


# (relation, channel owner, trigger, target) -> work_related
WORK = [
    ("citizen", "workplace", None, None, True),
    ("unknown", "workplace", None, None, None),
    ("citizen", "private", None, None, None),
    ("citizen", "private", "none_known", None, None),
    ("citizen", "private", "refusal", None, True),
    (None, "private", "refusal", None, None),
    (None, None, None, "workplace", True),
    (None, None, None, None, None),
]


@pytest.mark.parametrize(("relation", "owner", "trigger", "target", "expected"), WORK)
def test_the_connection_with_the_work_is_inferred_or_asked_for(
    relation, owner, trigger, target, expected
):
    facts = rikkes(relation=relation, channel_owner=owner, trigger=trigger, target=target)
    finding = judge(facts, TODAY)
    assert finding.work_related is expected
    assert ("work_connection" in finding.missing) is (expected is None)


def test_what_is_stated_of_the_work_goes_before_what_is_inferred():
    finding = judge(rikkes(work_connection=False), TODAY)
    assert finding.work_related is False
    assert finding.is_digital_harassment is False
    assert finding.regime is None
    private = rikkes(trigger=None, channel_owner="private", work_connection=True)
    assert judge(private, TODAY).work_related is True


def test_the_workplaces_own_page_is_its_channel_without_asking():
    facts = rikkes(channel="social_workplace_page", channel_owner=None, trigger=None)
    assert judge(facts, TODAY).work_related is True


@pytest.mark.parametrize(
    ("working_time", "expected"), [("inside", False), ("outside", True), (None, None)]
)
def test_outside_hours_counts_the_same_and_is_told(working_time, expected):
    facts = rikkes(working_time=working_time)
    finding = judge(facts, TODAY)
    assert finding.outside_hours is expected
    assert finding.is_digital_harassment is True
    assert ("outside_hours" in reasons(facts)) is (expected is True)


def test_an_unknown_sender_can_still_be_harassment_but_has_no_regime_yet():
    finding = judge(rikkes(relation="unknown", work_connection=True), TODAY)
    assert finding.is_digital_harassment is True
    assert finding.regime is None
    assert finding.missing == ("relation",)


def test_the_law_is_read_for_the_day_of_the_episode_by_the_workplaces_clock():
    late = rikkes(occurred_at="2020-10-31T23:30:00+00:00")
    assert judge(late, TODAY).law_date == date(2020, 11, 1)
    assert judge(late, TODAY).is_digital_harassment is True


def test_before_the_definition_no_answer_is_made_up():
    finding = judge(rikkes(occurred_at="2019-05-02T09:00:00+02:00"), TODAY)
    assert finding.is_digital_harassment is None
    assert finding.missing == ("definition",)
    assert finding.reasons[0].code == "before_definition"


def test_publishing_private_data_is_shaming():
    assert judge(rikkes(kinds=["doxxing", "threat_family"]), TODAY).groups == ("shaming", "threat")


@given(episodes.facts(), episodes.days)
def test_every_answer_has_reasons_with_sources_and_the_open_ones_say_what_is_missing(facts, on):
    finding = judge(facts, on)
    assert all(reason.sources and reason.da and reason.en for reason in finding.reasons)
    assert set(finding.missing) <= set(codes("missing"))
    if finding.is_digital_harassment is None:
        assert finding.missing
    if finding.is_digital_harassment:
        assert finding.work_related
        assert finding.digital


@given(episodes.facts(), episodes.facts(), episodes.days)
def test_adding_facts_never_unsettles_what_was_decided_from_the_stated(less, more, on):
    """Filling in only what was unknown keeps a decided channel and sender, and never crashes."""
    known = {k: v for k, v in less.to_dict().items() if v is not None}
    added = more.to_dict() | known
    if added["last_at"] and added["occurred_at"] and more.occurred_at != less.occurred_at:
        added["last_at"] = known.get("last_at")
    if more.occurred_at != less.occurred_at or more.timezone != less.timezone:
        added["absence"] = known.get("absence") if less.occurred_at else None
    before, after = judge(less, on), judge(Facts.from_dict(added), on)
    for name in ("digital", "external", "outside_hours"):
        if getattr(before, name) is not None:
            assert getattr(after, name) == getattr(before, name)
