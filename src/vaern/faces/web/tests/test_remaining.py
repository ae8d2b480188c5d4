"""The words of a deadline."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from vaern.faces.web.remaining import remaining, span_words

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (timedelta(days=2, hours=3, minutes=5), "2 dage 3 timer"),
        (timedelta(days=1), "1 dag"),
        (timedelta(days=1, minutes=5), "1 dag"),
        (timedelta(hours=1, minutes=1), "1 time 1 minut"),
        (timedelta(minutes=59, seconds=59), "59 minutter"),
        (timedelta(), "0 minutter"),
    ],
)
def test_a_span_is_said_in_at_most_two_units(span: timedelta, words: str) -> None:
    with translation.override("da"):
        assert span_words(span) == words


@pytest.mark.parametrize(
    ("left", "state"),
    [
        (timedelta(hours=24, seconds=1), "far"),
        (timedelta(hours=24), "soon"),
        (timedelta(), "soon"),
        (timedelta(seconds=-1), "overdue"),
    ],
)
def test_the_state_turns_at_a_day_and_at_the_deadline(left: timedelta, state: str) -> None:
    assert remaining(NOW + left, NOW).state == state


@given(st.timedeltas(min_value=timedelta(days=-900), max_value=timedelta(days=900)))
def test_no_span_is_negative_and_words_say_which_side(left: timedelta) -> None:
    with translation.override("da"):
        found = remaining(NOW + left, NOW)
        assert found.span >= timedelta()
        assert str(found).endswith("over tiden" if left < timedelta() else "tilbage")
