"""The law data says where it comes from, and nothing that could not be confirmed."""

import re
from datetime import date

import pytest

from vaern.ground.law.entries import DATA, LISTS, codes, latest, load
from vaern.ground.law.fields import GROUPS

ENTRIES = [pytest.param(e, id=f"{e.list_name}-{e.code}") for name in LISTS for e in load(name)]
UNVERIFIED = [r"119\s*b", r"§§?\s*121\b", r"§§?\s*123\b", r"§§?\s*281\b", "119_b"]


@pytest.mark.parametrize("entry", ENTRIES)
def test_every_entry_has_words_sources_and_dates(entry):
    assert entry.da.strip()
    assert entry.en.strip()
    assert entry.source
    assert entry.checked == date(2026, 11, 22)
    assert entry.valid_from <= entry.checked
    assert not any(phrase in entry.da + entry.en for phrase in ("TODO", "??"))


@pytest.mark.parametrize("path", sorted(DATA.glob("*.toml")), ids=lambda path: path.stem)
def test_every_file_is_a_list_and_says_how_its_dates_were_chosen(path):
    text = path.read_text(encoding="utf-8")
    assert path.stem in LISTS
    assert "valid_from: " in text.split("[[entry]]")[0]


def test_there_is_a_file_for_every_list():
    assert {path.stem for path in DATA.glob("*.toml")} == set(LISTS)


@pytest.mark.parametrize("pattern", UNVERIFIED)
def test_no_unconfirmed_section_of_the_penal_code(pattern):
    for path in DATA.glob("*.toml"):
        assert not re.search(pattern, path.read_text(encoding="utf-8")), path.name


def test_no_penal_entry_for_an_unconfirmed_section():
    assert not {"119_b", "121", "123", "281"} & set(codes("penal"))


@pytest.mark.parametrize("code", ["119_1", "119_2", "119_a", "232", "242", "260", "81"])
def test_who_prosecutes_is_left_out_where_it_is_only_inferred(code):
    assert all("prosecution" not in e.more for e in load("penal") if e.code == code)


def test_the_threshold_for_an_organisation_is_not_the_unconfirmed_one():
    assert {e.more["min_employees"] for e in load("duties") if "min_employees" in e.more} == {35}


def test_every_penal_entry_only_says_may():
    for entry in load("penal"):
        assert " kan være " in entry.da
        assert " may " in entry.en


def test_the_proposal_of_2026_is_marked_unconfirmed():
    (proposal,) = [e for e in load("deadlines") if not e.confirmed]
    assert proposal.code == "easy_absence_l31"
    assert proposal.valid_from == date(2026, 7, 1)
    assert proposal.more["absence_days"] == 3


def test_lists_refer_to_codes_that_exist():
    for entry in load("penal"):
        assert set(entry.more["kinds"]) <= set(codes("kinds")), entry.code
    for entry in load("channels"):
        assert entry.more.get("owner", "workplace") in codes("channel_owners")
    for entry in load("deadlines"):
        assert entry.more.get("replaces", "easy_absence") in codes("deadlines")


def test_the_kinds_use_every_code_of_the_message_assessment():
    assert {e.more["group"] for e in load("kinds")} == set(GROUPS)
    assert set(GROUPS) <= set(codes("kinds"))


def test_ordinary_hard_criticism_is_among_the_criteria():
    (criterion,) = [e for e in load("definition") if e.more["weight"] == "not_meant"]
    assert "hård kritik er ikke ment" in criterion.da


def test_a_date_no_source_gives_is_never_passed_off_as_one():
    undated = [e for name in LISTS for e in load(name) if not e.dated]
    assert {e.valid_from.isoformat() for e in undated} <= {"2016-01-01", "2016-04-27", "2020-10-01"}
    assert not latest("penal", "266").dated
    assert latest("penal", "242").dated


@pytest.mark.parametrize(
    ("code", "months"),
    [("232", 24), ("242", 36), ("263_1", 18), ("264_d", 36), ("266", 24), ("119_1", 96)],
)
def test_the_highest_punishment_is_the_one_in_the_source(code: str, months: int) -> None:
    assert latest("penal", code).more["max_months"] == months


def test_the_steps_others_take_in_the_first_days_are_among_the_norms():
    assert {"inform_staff", "defusing", "status_talk", "team_talk"} <= set(codes("norms"))
