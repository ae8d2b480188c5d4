"""What is invisible in a text or in a file's name is made visible or taken out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaern.handle.evidence.filenames import safe_name
from vaern.handle.evidence.safe import safe_text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("d\x00u", "d\u2400u"),
        ("a\u202eb", "a⟨U+202E⟩b"),
        ("dr\u200bæb", "dr⟨U+200B⟩æb"),
        ("a\r\nb\rc\td", "a\nb\nc\td"),
        ("\x1b[31mrød", "\u241b[31mrød"),
        ("a\ud800b", "a\ufffdb"),
        ("Rødgrød 👩‍🚒", "Rødgrød 👩‍🚒"),
    ],
)
def test_the_invisible_is_shown(text, shown):
    assert safe_text(text) == shown


@given(st.text(st.characters()))
def test_the_result_can_be_stored_and_does_not_change_again(text):
    once = safe_text(text)
    assert once.encode("utf-8")[:0] == b""
    assert safe_text(once) == once


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Billeder\\hende.jpg", "hende.jpg"),
        ("foto\u202egpj.exe", "fotogpj.exe"),
        ("a\r\nb.txt", "ab.txt"),
        (" .. ", "uden-navn"),
        ("", "uden-navn"),
        ("klage <1>.pdf", "klage _1_.pdf"),
    ],
)
def test_a_file_name_is_only_a_name(sent, shown):
    assert safe_name(sent, otherwise="uden-navn") == shown


@given(st.text(st.characters(), max_size=400))
def test_no_file_name_leads_anywhere(sent):
    made = safe_name(sent, otherwise="uden-navn")
    assert 0 < len(made) <= 120
    assert not set(made) & set('/\\<>:"|?*\x00\r\n')


def test_a_long_name_keeps_its_ending():
    assert safe_name("a" * 500 + ".docx", otherwise="x").endswith("a.docx")
