"""Disguised words are read, and the reasons point into the original text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vaern.handle.triage import Message, assess

from ..normalise import clean


@pytest.mark.parametrize(
    "text",
    [
        "jeg draeber dig",
        "jeg dr@ber dig",
        "jeg dr*ber dig",
        "jeg dræææber diiig",
        "jeg d r æ b e r dig",
        "jeg d-r-æ-b-e-r dig",
        "ＪＥＧ ＤＲÆＢＥＲ ＤＩＧ",
        "jеg slаar dig ihjеl",
        "jeg dr\u200bæb\u200ber dig",
        "Jeg. Slår. Dig. Ihjel.",
        "j3g sl4r d1g 1hj3l",
        "jeg sla\u030ar dig ihjel",
    ],
)
def test_threat_is_read_through_the_disguise(text):
    assert assess(text).score("threat") >= 0.5


def test_reason_gives_the_original_letters():
    text = "Hej!  Jeg  dr\u200bæber dig nu."
    reason = assess(text).reasons[0]
    assert text[reason.start : reason.end] == reason.text
    assert "dr\u200bæber" in reason.text


@given(st.text(max_size=300))
def test_every_reason_lies_in_the_text(filler):
    text = f"{filler}\nJeg slår dig ihjel din luder. {filler}"
    for reason in assess(text).reasons:
        assert 0 <= reason.start < reason.end <= len(text)
        assert text[reason.start : reason.end] == reason.text


@settings(deadline=None)  # the first of each voice reads its tables
@given(st.text(max_size=400), st.sampled_from(["sender", "reporter"]))
def test_any_text_gives_an_assessment(text, voice):
    found = assess(Message(text, voice=voice))
    assert 0 <= found.urgency <= 3
    assert all(0 <= each.score <= 1 for each in found.kinds)
    assert found.unsure == bool(found.unsure_why)


@given(st.text(max_size=200))
def test_clean_text_has_an_origin_for_every_letter(text):
    source = clean(text)
    for at in range(len(source.text)):
        start, end = source.origin(at, at + 1)
        assert 0 <= start < end <= len(text)
