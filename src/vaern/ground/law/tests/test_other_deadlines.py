"""The follow-up talk and the data breach."""

from datetime import timedelta

import pytest
from hypothesis import given

from vaern.ground.law.facts import Facts
from vaern.ground.law.rules import deadlines

from . import episodes
from .episodes import TODAY, deadline, rikkes


@pytest.mark.parametrize(
    ("occurred", "earliest", "due"),
    [
        ("2026-11-20T15:40:00+01:00", "2026-11-21T00:00:00+01:00", "2026-11-23T23:59:00+01:00"),
        ("2026-11-20T23:59:00+01:00", "2026-11-21T00:00:00+01:00", "2026-11-23T23:59:00+01:00"),
        ("2024-02-28T08:00:00+01:00", "2024-02-29T00:00:00+01:00", "2024-03-02T23:59:00+01:00"),
        ("2026-10-24T08:00:00+02:00", "2026-10-25T00:00:00+02:00", "2026-10-27T23:59:00+01:00"),
        ("2026-03-28T08:00:00+01:00", "2026-03-29T00:00:00+01:00", "2026-03-31T23:59:00+02:00"),
    ],
)
def test_the_talk_is_on_day_one_to_three(occurred, earliest, due):
    found = deadline("follow_up_talk", rikkes(occurred_at=occurred)).to_dict()
    assert (found["earliest_at"], found["due_at"]) == (earliest, due)
    assert found["statutory"] is False


@given(episodes.facts(), episodes.days)
def test_the_talk_is_never_on_the_same_day(facts, on):
    found = next(d for d in deadlines(facts, on) if d.code == "follow_up_talk")
    if found.starts_at and found.earliest_at and found.due_at:
        start, first, last = (
            facts.local(t) for t in (found.starts_at, found.earliest_at, found.due_at)
        )
        assert first.date() == start.date() + timedelta(days=1)
        assert last.date() == start.date() + timedelta(days=3)
        assert facts.local(found.due_at + timedelta(minutes=1)).date() > last.date()


@pytest.mark.parametrize(
    ("occurred", "due"),
    [
        ("2026-03-25T10:00:00-02:00", "2026-03-28T22:59:00-02:00"),  # 23:59 is skipped
        ("2026-10-21T10:00:00-01:00", "2026-10-24T23:59:00-02:00"),  # 23:59 comes twice
    ],
)
def test_the_day_ends_where_the_clocks_change_at_its_end(occurred, due):
    nuuk = rikkes(occurred_at=occurred, timezone="America/Nuuk")
    assert deadline("follow_up_talk", nuuk).to_dict()["due_at"] == due


def test_the_talk_follows_the_latest_episode_of_a_series():
    facts = rikkes(last_at="2026-12-01T10:00:00+01:00")
    assert deadline("follow_up_talk", facts).to_dict()["due_at"] == "2026-12-04T23:59:00+01:00"


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, "talk_after_violence"),
        ({"relation": "unknown"}, "talk_after_violence"),
        ({"relation": "colleague"}, "talk_other_procedure"),
        ({"kinds": ["harsh_criticism"]}, "talk_not_meant"),
        ({"work_connection": False}, "not_work"),
    ],
)
def test_when_the_talk_is_meant(changes, reason):
    found = deadline("follow_up_talk", rikkes(**changes))
    assert found.reason.code == reason
    assert found.applies is (reason == "talk_after_violence")


def test_heard_of_too_late_the_talk_is_to_be_held_soon():
    late = rikkes(learned_at="2026-11-30T08:00:00+01:00")
    assert "så snart det kan lade sig gøre" in deadline("follow_up_talk", late).note.da
    assert "så snart" not in deadline("follow_up_talk", rikkes()).note.da


def test_no_breach_no_clock():
    found = deadline("data_breach_72h", rikkes())
    assert not found.applies
    assert found.due_at is None


def test_a_breach_has_its_own_72_hours():
    facts = rikkes(personal_data_breach_known_at="2026-10-24T12:00:00+02:00")
    found = deadline("data_breach_72h", facts)
    assert found.applies
    assert found.to_dict()["due_at"] == "2026-10-27T11:00:00+01:00"


def test_before_any_rule_nothing_is_made_up():
    found = deadlines(rikkes(occurred_at="2015-05-02T09:00:00+02:00"), TODAY)
    assert {d.reason.code for d in found} == {"no_rule"}
    assert not any(d.applies or d.confirmed or d.due_at for d in found)


def test_with_nothing_known_every_deadline_is_still_listed():
    found = deadlines(Facts(), TODAY)
    assert len(found) == 6
    assert all(d.due_at is None and d.source and d.note.da for d in found)


@pytest.mark.parametrize("year", ["1970-01-01", "2199-12-31"])
def test_the_ends_of_the_calendar_do_not_crash(year):
    facts = rikkes(occurred_at=f"{year}T23:59:59+14:00", timezone="America/Nuuk")
    assert deadlines(facts, TODAY)
