"""Every code in the data is one the rules or the forms can reach; none lies there dead."""

from itertools import product

import pytest

from vaern.ground.law.entries import codes, latest, load
from vaern.ground.law.facts import LIST_OF, Facts
from vaern.ground.law.rules import deadlines, judge

from .episodes import TODAY, rikkes

CODED = [(name, code) for name, list_name in LIST_OF.items() for code in codes(list_name)]


@pytest.mark.parametrize(("name", "code"), CODED)
def test_every_code_is_a_fact_the_rules_take(name, code):
    assert judge(Facts.from_dict({name: code}), TODAY).reasons


@pytest.mark.parametrize("kind", codes("kinds"))
def test_every_kind_gives_its_group(kind):
    assert judge(Facts(kinds=(kind,)), TODAY).groups == (latest("kinds", kind).more["group"],)


@pytest.mark.parametrize("entry", load("penal"), ids=lambda entry: entry.code)
def test_every_penal_entry_can_be_mentioned(entry):
    facts = rikkes(kinds=entry.more["kinds"], public_service=True)
    assert entry.code in {note.code for note in judge(facts, TODAY).penal}


def varied():
    """Enough different episodes to make the rules say everything they can say."""
    usual = {"absence": {"first_day": "2026-11-21"}, "public_service": True}
    for kinds, relation, work in product(
        (["threat"], ["harsh_criticism"], ["degrading"], []),
        ("citizen", "colleague", "unknown"),
        (None, True, False),
    ):
        yield rikkes(kinds=kinds, relation=relation, work_connection=work, **usual)
    yield rikkes(abusive=True)
    yield rikkes(abusive=False)
    yield rikkes(channel="letter")
    yield rikkes(channel=None, relation=None, channel_owner=None)
    yield rikkes(channel_owner="private", working_time="outside")
    yield rikkes(target="workplace", relation=None, channel_owner="private")
    yield rikkes(kinds=["complaint_threat"], pattern="repeated")
    yield rikkes(occurred_at="2019-01-01T12:00:00+01:00")
    yield rikkes(occurred_at=None)
    yield rikkes(expects_compensation=True, learned_at="2026-12-24T12:00:00+01:00")
    yield rikkes(incapacity_days=1, options={"l31_2026": True})
    yield rikkes(working_time="outside", **usual)
    yield rikkes(occurred_at="2026-10-25T02:30:00+02:00")
    yield rikkes(last_at="2026-12-24T12:00:00+01:00")
    yield rikkes(personal_data_breach_known_at="2026-11-21T12:00:00+01:00")


def test_every_reason_can_be_given():
    given, notes = set(), ""
    for facts in varied():
        given |= {reason.code for reason in judge(facts, TODAY).reasons}
        for deadline in deadlines(facts, TODAY):
            given.add(deadline.reason.code)
            notes += deadline.note.da
    given |= {r.code for r in load("reasons") if r.more["about"] == "note" and r.da in notes}
    assert given == set(codes("reasons"))


def test_every_question_can_be_asked():
    asked = {code for facts in varied() for code in judge(facts, TODAY).missing}
    assert asked == set(codes("missing"))


def test_every_deadline_is_listed_and_a_proposal_is_shown_within_its_own():
    listed = {deadline.code for deadline in deadlines(rikkes(), TODAY)}
    assert listed == {e.code for e in load("deadlines") if e.confirmed}
