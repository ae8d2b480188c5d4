"""The police clock: 72 hours of real time, over weekends and clock changes."""

from datetime import timedelta

import pytest
from hypothesis import given

from vaern.ground.law.rules import deadlines

from . import episodes
from .episodes import TODAY, deadline, rikkes

# (occurred, due) by the clock in Copenhagen
DUE = [
    ("2026-11-20T15:40:00+01:00", "2026-11-23T15:40:00+01:00"),  # over a weekend
    ("2026-03-27T12:00:00+01:00", "2026-03-30T13:00:00+02:00"),  # clocks forward
    ("2026-10-24T12:00:00+02:00", "2026-10-27T11:00:00+01:00"),  # clocks back
    ("2026-10-25T02:30:00+02:00", "2026-10-28T01:30:00+01:00"),  # the hour that comes twice
    ("2026-10-25T02:30:00+01:00", "2026-10-28T02:30:00+01:00"),
    ("2024-02-27T23:59:00+01:00", "2024-03-01T23:59:00+01:00"),  # leap day
    ("2025-02-26T23:59:00+01:00", "2025-03-01T23:59:00+01:00"),
    ("2026-12-30T08:05:00+01:00", "2027-01-02T08:05:00+01:00"),  # over the new year
    ("2026-06-30T10:00:00Z", "2026-07-03T12:00:00+02:00"),  # told in another zone
]


@pytest.mark.parametrize(("occurred", "due"), DUE)
def test_it_ends_to_the_minute_on_the_workplaces_clock(occurred, due):
    found = deadline("police_72h", rikkes(occurred_at=occurred))
    assert found.due_at is not None
    assert found.due_at.isoformat() == due


def test_another_workplace_has_another_clock():
    found = deadline("police_72h", rikkes(timezone="America/Nuuk"))
    assert found.to_dict()["due_at"] == "2026-11-23T12:40:00-02:00"


@given(episodes.facts(), episodes.days)
def test_it_is_always_exactly_72_hours(facts, on):
    found = next(d for d in deadlines(facts, on) if d.code == "police_72h")
    assert (found.due_at is None) == (facts.occurred_at is None)
    if found.starts_at and found.due_at:
        assert found.starts_at == facts.occurred_at
        assert (found.due_at - found.starts_at).total_seconds() == 72 * 3600
        assert found.due_at - facts.occurred_at == timedelta(hours=72)


def test_it_is_the_laws_and_confirmed_with_its_source():
    found = deadline("police_72h", rikkes())
    assert found.statutory
    assert found.confirmed
    assert "Offererstatningsloven § 10" in found.source


# (changes, applies, reason)
APPLIES = [
    ({}, True, "police_possible"),
    ({"kinds": ["sexual"]}, True, "police_possible"),
    ({"kinds": []}, True, "police_open"),
    ({"kinds": ["unsure"]}, True, "police_open"),
    ({"kinds": ["degrading"]}, False, "police_not_indicated"),
    ({"kinds": ["degrading"], "public_service": True}, True, "police_possible"),
    ({"kinds": ["degrading"], "severity": "possibly_punishable"}, True, "police_possible"),
    ({"kinds": ["harsh_criticism"]}, False, "police_not_indicated"),
    ({"relation": "colleague"}, True, "police_possible"),
    ({"channel": "letter"}, True, "police_possible"),
]


@pytest.mark.parametrize(("changes", "applies", "reason"), APPLIES)
def test_it_is_kept_open_unless_what_is_known_speaks_against_it(changes, applies, reason):
    found = deadline("police_72h", rikkes(**changes))
    assert found.applies is applies
    assert found.reason.code == reason
    assert found.due_at is not None


def test_without_a_time_it_says_what_it_needs():
    found = deadline("police_72h", rikkes(occurred_at=None))
    assert found.due_at is None
    assert "Vi mangler tidspunktet" in found.note.da


def test_a_series_is_counted_from_the_first_and_says_so():
    found = deadline("police_72h", rikkes(last_at="2026-11-21T09:00:00+01:00"), TODAY)
    assert found.to_dict()["due_at"] == "2026-11-23T15:40:00+01:00"
    assert "regner fra den første" in found.note.da


@pytest.mark.parametrize(("offset", "said"), [("+02:00", True), ("+01:00", False)])
def test_an_hour_that_came_twice_is_the_first_and_it_is_said(offset, said):
    found = deadline("police_72h", rikkes(occurred_at=f"2026-10-25T02:30:00{offset}"))
    assert ("kom to gange" in found.note.da) is said
    assert found.to_dict()["due_at"][:19] == f"2026-10-28T0{1 if said else 2}:30:00"
