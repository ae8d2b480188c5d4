"""Work accidents in EASY: who has to be reported, and by when."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given

from vaern.ground.law.rules import deadlines

from . import episodes
from .episodes import deadline, rikkes


def after(occurred, first, last=None, **changes):
    """Rikke's episode at noon on a day, and her absence."""
    absence = {"first_day": first, "last_day": last} if first else None
    return rikkes(occurred_at=f"{occurred}T11:00:00Z", absence=absence, **changes)


def due(code, facts):
    found = deadline(code, facts)
    return found.to_dict()["due_at"] if found.applies else found.reason.code


# (occurred, first day, last day, due or reason)
TABLE = [
    ("2026-02-10", "2026-02-11", "2026-02-12", "2026-02-25T23:59:00+01:00"),
    ("2026-02-16", "2026-02-17", "2026-02-17", "2026-03-03T23:59:00+01:00"),  # month end
    ("2024-02-14", "2024-02-15", "2024-02-16", "2024-02-29T23:59:00+01:00"),  # leap day
    ("2026-03-19", "2026-03-20", None, "2026-04-03T23:59:00+02:00"),  # clocks forward
    ("2026-10-14", "2026-10-15", None, "2026-10-29T23:59:00+01:00"),  # clocks back
    ("2025-12-19", "2025-12-22", "2025-12-23", "2026-01-05T23:59:00+01:00"),
    ("2026-02-10", "2026-02-10", "2026-02-10", "easy_absence_none"),  # the injury day only
    ("2026-02-10", "2026-02-10", "2026-02-11", "2026-02-24T23:59:00+01:00"),
    ("2026-02-10", None, None, "easy_absence_none"),
    ("2022-07-01", "2022-07-02", "2022-07-03", "2022-07-16T23:59:00+02:00"),
    ("2022-06-30", "2022-07-01", "2022-07-03", "2022-07-10T23:59:00+02:00"),  # 9 days until then
]


@pytest.mark.parametrize(("occurred", "first", "last", "expected"), TABLE)
def test_absence_beyond_the_day_of_injury(occurred, first, last, expected):
    assert due("easy_absence", after(occurred, first, last)) == expected


def test_before_july_2022_the_old_rule_is_to_be_confirmed():
    facts = after("2022-06-30", "2022-07-01", "2022-07-03", expects_compensation=True)
    assert "9 dage" in deadline("easy_absence", facts).note.da
    claim = deadline("easy_compensation", facts)
    assert claim.reason.code == "no_rule"
    assert not claim.applies
    assert not claim.confirmed


SWITCHED_ON = {"options": {"l31_2026": True}}


@pytest.mark.parametrize(
    ("occurred", "last", "options", "applies"),
    [
        ("2026-07-01", "2026-07-03", {}, True),
        ("2026-07-01", "2026-07-03", SWITCHED_ON, False),
        ("2026-07-01", "2026-07-04", SWITCHED_ON, True),
        ("2026-06-30", "2026-07-02", SWITCHED_ON, True),  # the day before: the old threshold
    ],
)
def test_the_unconfirmed_three_days_hold_only_when_switched_on(occurred, last, options, applies):
    first = (date.fromisoformat(occurred) + timedelta(days=1)).isoformat()
    assert deadline("easy_absence", after(occurred, first, last, **options)).applies is applies


def test_the_unconfirmed_change_is_shown_as_such():
    july = after("2026-07-01", "2026-07-02", "2026-07-06")
    shown = deadline("easy_absence", july)
    assert shown.confirmed
    assert "L 31" in shown.note.da
    assert "ikke fået bekræftet" in shown.note.da
    june = after("2026-06-30", "2026-07-01", "2026-07-06")
    assert "L 31" not in deadline("easy_absence", june).note.da


def test_switched_on_it_is_marked_unconfirmed_and_rests_on_the_bill():
    facts = after("2026-07-01", "2026-07-02", "2026-07-06", **SWITCHED_ON)
    found = deadline("easy_absence", facts)
    assert found.code == "easy_absence"
    assert not found.confirmed
    assert any("l31" in source for source in found.source)
    assert found.to_dict()["due_at"] == "2026-07-16T23:59:00+02:00"
    assert found.note.da.count("L 31") == 1


def test_short_absence_with_a_claim_stays_reportable_under_the_change():
    short = {"expects_compensation": True, **SWITCHED_ON}
    facts = after("2026-07-01", "2026-07-02", "2026-07-03", **short)
    assert deadline("easy_absence", facts).reason.code == "easy_absence_short"
    assert due("easy_compensation", facts) == "2026-07-15T23:59:00+02:00"


def test_no_absence_but_a_claim_counts_from_the_accident():
    facts = after("2024-02-15", None, expects_compensation=True)
    assert due("easy_compensation", facts) == "2024-02-29T23:59:00+01:00"
    assert due("easy_compensation", after("2024-02-15", None)) == "easy_claim_none"


def test_a_claim_beside_absence_is_one_report():
    facts = after("2026-02-10", "2026-02-11", "2026-02-12", expects_compensation=True)
    assert due("easy_compensation", facts) == "easy_claim_covered"


def test_unfit_without_a_known_first_day_is_counted_from_the_episode():
    found = deadline("easy_absence", after("2026-02-10", None, incapacity_days=2))
    assert found.applies
    assert found.to_dict()["due_at"] == "2026-02-24T23:59:00+01:00"
    assert "Første fraværsdag er ikke oplyst" in found.note.da


@pytest.mark.parametrize(
    ("last_at", "disease"), [("2026-02-15T11:00:00Z", False), ("2026-02-15T11:01:00Z", True)]
)
def test_more_than_five_days_points_to_a_disease(last_at, disease):
    facts = after("2026-02-10", "2026-02-11", "2026-02-20", last_at=last_at)
    assert deadline("occupational_disease", facts).applies is disease
    assert deadline("easy_absence", facts).applies is not disease
    if disease:
        assert "enkelt alvorlig episode" in deadline("easy_absence", facts).note.da


@pytest.mark.parametrize("code", ["easy_absence", "easy_compensation", "occupational_disease"])
def test_what_is_not_work_is_no_work_accident(code):
    assert deadline(code, after("2026-02-10", "2026-02-11", work_connection=False)).applies is False


@given(episodes.facts(), episodes.days)
def test_it_always_ends_at_2359_on_the_workplaces_clock(facts, on):
    for found in deadlines(facts, on):
        if found.code.startswith("easy") and found.starts_at and found.due_at:
            shown = facts.local(found.due_at)
            assert facts.local(found.due_at + timedelta(minutes=1)).date() > shown.date()
            if facts.timezone == "Europe/Copenhagen":
                assert shown.time() == time(23, 59)
            days = (shown.date() - found.starts_at.date()).days
            assert days == (14 if facts.law_day(on) >= date(2022, 7, 1) else 9)


@pytest.mark.parametrize(
    ("code", "more"),
    [
        ("easy_absence", {"absence": {"first_day": "2026-11-21"}}),
        ("easy_compensation", {"expects_compensation": True}),
    ],
)
def test_outside_working_hours_the_authority_is_told_too(code, more):
    outside = deadline(code, rikkes(working_time="outside", **more))
    assert outside.applies
    assert "Arbejdstilsynet, med samme frist" in outside.note.da
    assert "med samme frist" not in deadline(code, rikkes(working_time="inside", **more)).note.da
