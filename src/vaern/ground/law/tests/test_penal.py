"""Sections of the penal code are mentioned only when confirmed, in force and to the point."""

import re

import pytest

from vaern.ground.law.entries import load
from vaern.ground.law.rules import judge

from .episodes import TODAY, rikkes


def sections(**changes):
    return {note.code for note in judge(rikkes(**changes), TODAY).penal}


def test_a_threat_in_public_service():
    assert sections(public_service=True) == {"119_1", "119_2", "266"}


@pytest.mark.parametrize("public_service", [False, None])
def test_public_service_sections_only_when_it_is_known(public_service):
    assert sections(public_service=public_service) == {"266"}


def test_public_service_sections_need_the_work():
    assert sections(public_service=True, work_connection=False) == {"266"}


@pytest.mark.parametrize(
    ("kind", "day_before", "first_day", "section"),
    [
        ("stalking", "2021-12-31", "2022-01-01", "242"),
        ("identity_abuse", "2022-02-28", "2022-03-01", "264_e"),
    ],
)
def test_a_section_counts_from_its_first_day(kind, day_before, first_day, section):
    at = "T12:00:00+01:00"
    assert section not in sections(kinds=[kind], occurred_at=day_before + at)
    assert section in sections(kinds=[kind], occurred_at=first_day + at)


def test_a_series_that_reaches_into_the_section_counts():
    series = {"occurred_at": "2021-11-01T12:00:00+01:00", "last_at": "2022-02-01T12:00:00+01:00"}
    assert "242" in sections(kinds=["stalking"], **series)


def test_criticism_mentions_no_section():
    assert sections(kinds=["harsh_criticism"], public_service=True) == set()


def test_a_note_only_says_may():
    (note,) = judge(rikkes(), TODAY).penal
    assert "kan være" in note.text("da")
    assert "may" in note.text("en")
    assert note.prosecution == "public"
    assert note.max_months == 24


@pytest.mark.parametrize("entry", load("penal"), ids=lambda entry: entry.code)
def test_a_section_only_ever_may_apply_and_says_where_it_is_from(entry):
    assert re.search(r"\bkan\b", entry.da)
    assert re.search(r"\b(may|can)\b", entry.en)
    assert not re.search(r"\ber (strafbart|ulovligt|forbudt)", f"{entry.da} {entry.da_help}")
    assert any(source.startswith("https://") for source in entry.source)


@pytest.mark.parametrize("entry", load("duties"), ids=lambda entry: entry.code)
def test_a_duty_says_where_it_is_from(entry):
    assert all(source.strip() for source in entry.source)
    assert entry.source


def test_an_unwanted_sexual_message_mentions_indecency():
    assert sections(kinds=["sexual"]) == {"232"}
