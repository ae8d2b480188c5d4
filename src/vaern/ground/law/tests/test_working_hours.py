"""Inside or outside hours, by the workplace's clock, week and holidays."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given

from vaern.ground.law.rules import working_time

from . import episodes

OFFICE = {day: [["08:00", "12:00"], ["12:30", "16:00"]] for day in ("mon", "tue", "wed", "thu")}
OFFICE["fri"] = [["08:00", "14:00"]]
NIGHTS = {day: [["22:00", "06:00"]] for day in ("fri", "sat")}
CHRISTMAS = {date(2026, 12, 24), date(2026, 12, 25)}


def at(text):
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2026-11-23T08:00:00+01:00", "inside"),
        ("2026-11-23T07:59:59+01:00", "outside"),
        ("2026-11-23T12:15:00+01:00", "outside"),
        ("2026-11-23T16:00:00+01:00", "outside"),
        ("2026-11-27T14:30:00+01:00", "outside"),  # Friday closes early
        ("2026-11-22T10:00:00+01:00", "outside"),  # Sunday
        ("2026-12-24T10:00:00+01:00", "outside"),  # a holiday on a Thursday
        ("2026-11-23T07:30:00Z", "inside"),  # half past eight in Copenhagen
        ("2026-06-22T06:30:00Z", "inside"),  # the same in summer
        ("2026-06-22T14:30:00Z", "outside"),
    ],
)
def test_office_hours(moment, expected):
    assert working_time(at(moment), OFFICE, CHRISTMAS) == expected


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2026-11-27T22:00:00+01:00", "inside"),
        ("2026-11-28T05:59:00+01:00", "inside"),
        ("2026-11-28T06:00:00+01:00", "outside"),
        ("2026-11-27T03:00:00+01:00", "outside"),  # no shift began on Thursday
        ("2026-11-29T03:00:00+01:00", "inside"),  # Saturday's shift
        ("2026-12-26T03:00:00+01:00", "outside"),  # Friday's shift fell on a holiday
    ],
)
def test_a_night_shift_runs_past_midnight(moment, expected):
    assert working_time(at(moment), NIGHTS, CHRISTMAS) == expected


def test_open_until_midnight():
    late = {"mon": [["16:00", "24:00"]]}
    assert working_time(at("2026-11-23T23:59:59+01:00"), late, set()) == "inside"
    assert working_time(at("2026-11-24T00:00:00+01:00"), late, set()) == "outside"


def test_another_zone():
    noon = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
    assert working_time(noon, OFFICE, set(), "America/Nuuk") == "inside"
    assert working_time(noon, OFFICE, set(), "Asia/Tokyo") == "outside"


@pytest.mark.parametrize(
    ("hours", "told"),
    [
        ({"monday": []}, "'monday' is not a day; allowed: mon"),
        ({"mon": [["8", "16:00"]]}, "must be two times"),
        ({"mon": [["08:00"]]}, "must be two times"),
        ({"mon": [[8, 16]]}, "must be two times"),
    ],
)
def test_bad_hours_say_what_is_allowed(hours, told):
    with pytest.raises(ValueError, match=told):
        working_time(at("2026-11-23T08:00:00+01:00"), hours, set())


def test_a_time_without_an_offset_is_refused():
    with pytest.raises(ValueError, match="offset"):
        working_time(datetime(2026, 11, 23, 8), OFFICE, set())  # noqa: DTZ001


@given(episodes.moments)
def test_never_open_means_always_outside(moment):
    assert working_time(moment, {}, set()) == "outside"


@given(episodes.moments)
def test_a_holiday_and_the_open_day_are_opposites(moment):
    always = {
        day: [["00:00", "24:00"]] for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    }
    local = moment.astimezone(UTC).date()
    assert working_time(moment, always, set(), "UTC") == "inside"
    assert working_time(moment, always, {local}, "UTC") == "outside"
