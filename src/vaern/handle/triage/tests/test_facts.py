"""What is known beside the message counts, and alone it convicts nobody."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaern.handle.triage import assess

ORDINARY = "Hvornår får jeg svar på min ansøgning?"


def test_many_messages_alone_are_not_stalking():
    assert assess(ORDINARY, {"previous_messages": 60}).score("stalking") < 0.5


def test_many_messages_past_a_block_are():
    found = assess(ORDINARY, {"previous_messages": 40, "blocked": True})
    assert found.score("stalking") >= 0.5
    assert found.reasons[0].text == ""
    assert found.reasons[0].end == 0


def test_a_confirmed_earlier_threat_weighs_on_a_veiled_one():
    text = "Det her kommer du til at fortryde."
    before = assess(text).score("threat")
    assert assess(text, {"earlier_kinds": ["threat"]}).score("threat") > before


def test_a_threat_against_the_family_is_no_less():
    text = "Jeg ved, hvor din mor bor."
    assert assess(text, {"target": "family"}).score("threat") >= assess(text).score("threat")


@pytest.mark.parametrize("facts", [{}, {"unknown": 1}, {"previous_messages": "mange"}, None])
def test_facts_not_understood_are_ignored(facts):
    assert assess(ORDINARY, facts) == assess(ORDINARY)


@given(st.integers(0, 10_000), st.integers(0, 10_000))
def test_more_messages_never_lower_the_score(one, more):
    few = assess(ORDINARY, {"previous_messages": one}).score("stalking")
    many = assess(ORDINARY, {"previous_messages": one + more}).score("stalking")
    assert many >= few
