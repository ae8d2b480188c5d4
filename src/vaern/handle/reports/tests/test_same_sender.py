"""The same sender is recognised however the address is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaern.handle.reports.rules import same_sender
from vaern.handle.reports.tests.telling import draft_by

ALIKE = [
    ("per@post.example", "Per Hansen <PER@Post.example>"),
    ("per@post.example", " mailto:per@post.example "),
    ("+45 12 34 56 78", "12345678"),
    ("0045 12345678", "12-34-56-78"),
    ("https://www.facebook.com/per.hansen/", "http://m.facebook.com/per.hansen"),
    ("https://facebook.com/profile.php?id=77&ref=x", "m.facebook.com/profile.php?id=77"),
    ("@Per_H", "per_h"),
    ("Per  Hansen", "per hansen"),
]
DIFFERENT = [
    ("per@post.example", "per@andenpost.example"),
    ("12345678", "12345679"),
    ("+46 12 34 56 78", "12345678"),
    ("facebook.com/profile.php?id=77", "facebook.com/profile.php?id=78"),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_alike(one, other):
    assert same_sender(one) == same_sender(other) != ""


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_different(one, other):
    assert same_sender(one) != same_sender(other)


@pytest.mark.parametrize(
    "text",
    [
        "ukendt", "Ukendt.", " ANONYM ", "hemmeligt nummer", "Skjult nummer", "ved ikke", "?", "-",
        "unknown", "No caller ID", "no-reply@forum.example", "Forum <noreply@forum.example>",
        "do-not-reply@x.example", "donotreply+77@x.example", "",
    ],
)  # fmt: skip
def test_nobody_in_particular_is_nobody(text):
    assert same_sender(text) == ""


@pytest.mark.parametrize("text", ["Ukendt Andersen", "anonym.per@x.example", "reply@x.example"])
def test_somebody_is_somebody(text):
    assert same_sender(text)


@given(st.text(max_size=300))
def test_any_text_has_one_spelling(text):
    assert same_sender(text) == same_sender(f"  {text.upper().lower()} ") or not text.isascii()


def test_mark_tells_nothing_and_is_the_same_for_both(cast):
    one = draft_by(cast.rikke, sender="Per <PER@post.example>")
    other = draft_by(cast.jonas, sender="per@post.example")
    assert one.sender_mark == other.sender_mark
    assert "per" not in one.sender_mark
    assert draft_by(cast.rikke, sender="").sender_mark == ""
