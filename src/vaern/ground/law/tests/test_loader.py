"""A fault in the law data is named by file, entry and field."""

import pytest

from vaern.ground.law.entries import LawDataError, codes, find, latest, load, read

GOOD = """
[[entry]]
code = "refusal"
da = "Et afslag"
en = "A refusal"
work = true
source = ["https://at.dk/D-4-3"]
valid_from = 2020-11-01
checked = 2026-11-22
"""

FAULTS = {
    "code": ('code = "refusal"', 'code = "Et afslag"'),
    "da": ('da = "Et afslag"', 'da = ""'),
    "en": ('en = "A refusal"\n', ""),
    "source": ('source = ["https://at.dk/D-4-3"]', "source = []"),
    "valid_from": ("valid_from = 2020-11-01", 'valid_from = "2020"'),
    "checked": ("checked = 2026-11-22\n", ""),
    "valid_to": ("checked", "valid_to = 2019-01-01\nchecked"),
    "da_help": ("checked", 'da_help = "Hjælp"\nchecked'),
    "dated": ("checked", "dated = 0\nchecked"),
    "work": ("work = true", "work = 1"),
    "colour": ("checked", 'colour = "red"\nchecked'),
}


def written(tmp_path, text):
    path = tmp_path / "triggers.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_good_file_is_read(tmp_path):
    (entry,) = read(written(tmp_path, GOOD), "triggers")
    assert entry.text("da") == "Et afslag"
    assert entry.text("en-gb") == "A refusal"
    assert entry.more["work"] is True


@pytest.mark.parametrize("field", FAULTS)
def test_a_fault_names_file_entry_and_field(tmp_path, field):
    old, new = FAULTS[field]
    with pytest.raises(LawDataError) as told:
        read(written(tmp_path, GOOD.replace(old, new, 1)), "triggers")
    assert "triggers.toml" in str(told.value)
    assert repr(field) in str(told.value)
    assert "entry '" in str(told.value)


def test_a_missing_needed_field_is_named(tmp_path):
    with pytest.raises(LawDataError, match="entry 'refusal': field 'work' is missing"):
        read(written(tmp_path, GOOD.replace("work = true\n", "")), "triggers")


def test_two_entries_of_a_code_may_not_hold_on_one_day(tmp_path):
    with pytest.raises(LawDataError, match=r"'refusal'.*overlaps"):
        read(written(tmp_path, GOOD + GOOD), "triggers")


@pytest.mark.parametrize("text", ["", "title = 'x'", "[[entry", GOOD + "[other]\nx = 1"])
def test_a_file_that_is_no_list_is_refused(tmp_path, text):
    with pytest.raises(LawDataError, match=r"triggers\.toml"):
        read(written(tmp_path, text), "triggers")


def test_an_unknown_list_or_code_says_so():
    with pytest.raises(LawDataError, match="the lists are definition"):
        load("colours")
    with pytest.raises(LawDataError, match="unknown code 'red'"):
        latest("kinds", "red")


def test_an_entry_is_found_only_while_it_holds():
    entry = latest("penal", "264_e")
    assert find("penal", "264_e", entry.valid_from) is entry
    assert find("penal", "264_e", entry.valid_from.replace(day=1, month=2)) is None
    assert len(codes("deadlines")) < len(load("deadlines"))
