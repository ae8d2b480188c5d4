"""Facts come and go as JSON, and a bad value is refused with what is allowed."""

import json
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given

from vaern.ground.law.facts import Absence, Deadline, Facts, Finding
from vaern.ground.law.rules import deadlines, judge

from . import episodes

BAD = [
    ({"kinds": ["rude"]}, "kinds: 'rude' is not known; allowed: threat"),
    ({"kinds": "threat"}, "kinds: must be a list"),
    ({"kinds": [None]}, "kinds: null is not known"),
    ({"channel": "pigeon"}, "channel: .*allowed: email, phone"),
    ({"relation": 7}, "relation: .*allowed: customer"),
    ({"working_time": "lunch"}, "working_time: .*allowed: inside, outside"),
    ({"work_connection": "yes"}, "work_connection: must be true, false or null"),
    ({"occurred_at": "yesterday"}, "occurred_at: must be a time such as"),
    ({"occurred_at": "2026-11-22T14:30"}, "occurred_at: must carry an offset"),
    ({"occurred_at": "0001-01-01T00:00+00:00"}, "occurred_at: the year must lie from 1970"),
    ({"absence": {"first_day": "2026-02-30"}}, "absence.first_day: must be a date"),
    ({"absence": {"from": "2026-02-03"}}, "absence: must be {first_day, last_day}"),
    ({"absence": {"first_day": "2026-02-03", "last_day": "2026-02-02"}}, "absence.last_day"),
    ({"incapacity_days": -1}, "incapacity_days: must be a whole number"),
    ({"incapacity_days": True}, "incapacity_days: must be a whole number"),
    ({"timezone": "Mars/Olympus"}, "timezone: must be the name of a time zone"),
    ({"options": {"l99": True}}, "options: 'l99' is not known; allowed: .*l31_2026"),
    ({"options": {"l31_2026": "on"}}, "options: must be an object of true and false"),
    ({"weather": "rain"}, "weather: is not known; allowed: kinds"),
    (["threat"], "facts: must be a JSON object"),
    (
        {"occurred_at": "2026-11-22T14:30+01:00", "last_at": "2026-11-22T14:29+01:00"},
        "last_at: must not lie before occurred_at",
    ),
    (
        {
            "occurred_at": "2026-11-22T23:30+00:00",
            "absence": {"first_day": "2026-11-22", "last_day": None},
        },
        "absence.first_day: must not lie before occurred_at",
    ),
]


@pytest.mark.parametrize(("raw", "told"), BAD)
def test_a_bad_value_is_refused_with_what_is_allowed(raw, told):
    with pytest.raises(ValueError, match=told):
        Facts.from_dict(raw)


def test_nothing_known_is_fine_and_null_means_the_same():
    empty = Facts.from_dict({})
    assert empty == Facts()
    assert Facts.from_dict(dict.fromkeys(empty.to_dict())) == empty


def test_a_time_keeps_its_own_offset():
    autumn = datetime(2026, 10, 25, 2, 30, tzinfo=ZoneInfo("Europe/Copenhagen"), fold=1)
    assert Facts(occurred_at=autumn).to_dict()["occurred_at"] == "2026-10-25T02:30:00+01:00"
    assert Facts.from_dict({"occurred_at": "2026-11-22T13:30:00Z"}).occurred_at is not None


def test_an_absence_that_goes_on_has_no_last_day():
    facts = Facts.from_dict({"absence": {"first_day": "2026-11-23"}})
    assert isinstance(facts.absence, Absence)
    assert facts.to_dict()["absence"] == {"first_day": "2026-11-23", "last_day": None}


@given(episodes.facts())
def test_facts_survive_the_way_through_json(facts):
    assert Facts.from_dict(json.loads(json.dumps(facts.to_dict()))) == facts


@given(episodes.facts(), episodes.days)
def test_answers_survive_the_way_through_json(facts, on):
    finding = judge(facts, on)
    assert Finding.from_dict(json.loads(json.dumps(finding.to_dict()))) == finding
    for item in deadlines(facts, on):
        assert Deadline.from_dict(json.loads(json.dumps(item.to_dict()))) == item
