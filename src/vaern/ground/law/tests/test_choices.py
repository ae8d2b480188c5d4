"""The lists as choices for forms, in both languages and by date."""

from datetime import date

import pytest

from vaern.ground.law.codes import choices, groups, label, questions
from vaern.ground.law.entries import LISTS, all_in_force

from .episodes import TODAY


def test_choices_are_code_and_words_in_order():
    assert choices("patterns", "da", TODAY)[0] == ("single", "En enkelt gang")
    assert choices("patterns", "en", TODAY)[2] == ("ongoing", "It is still going on")


def test_choices_follow_the_date():
    before, after = date(2022, 2, 28), date(2022, 3, 1)
    assert "264_e" not in dict(choices("penal", "da", before))
    assert "264_e" in dict(choices("penal", "da", after))


def test_a_label_is_found_whatever_the_day():
    assert label("relations", "citizen", "da") == "Borger"
    assert label("relations", "citizen", "en") == "Citizen"
    with pytest.raises(ValueError, match="unknown code 'king'"):
        label("relations", "king", "da")


def test_the_report_form_asks_about_ten_kinds_in_plain_words_and_then_unsure():
    asked = questions("da", TODAY)
    assert 8 <= len(asked) <= 12
    assert asked[-1].code == "unsure"
    assert all(question.ask and question.example for question in asked)
    assert questions("en", TODAY)[0].ask == "I was threatened"


def test_groups_are_each_given_once():
    assert groups(["doxxing", "shaming", "threat"]) == ("shaming", "threat")


def test_the_page_of_rules_gets_every_list_with_what_holds_that_day():
    old, now = all_in_force(date(2022, 6, 30)), all_in_force(TODAY)
    assert set(now) == set(LISTS)
    assert "easy_absence_l31" in {entry.code for entry in now["deadlines"]}
    assert [e.more["days"] for e in old["deadlines"] if e.code == "easy_absence"] == [9]
    assert [e.more["days"] for e in now["deadlines"] if e.code == "easy_absence"] == [14]
