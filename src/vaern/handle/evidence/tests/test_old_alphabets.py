"""Danish letters come through, whatever the sender's program said about them."""

import pytest

from vaern.handle.evidence.charsets import decode_text

from .mails import mail, odd


@pytest.mark.parametrize(
    ("name", "words", "defects"),
    [
        ("latin1.eml", "Rødgrød på rådhuset", ()),
        ("windows1252.eml", "100 € – “sådan”", ()),
        ("utf8-maerket-latin1.eml", "Jeg får ført klagen, Søren", ("charset_guessed",)),
        ("utf7.eml", "Rødgrød", ()),
    ],
)
def test_letters_come_through(name, words, defects):
    assert words in odd(name).text
    assert odd(name).defects == defects


def test_letters_in_a_subject_come_through():
    assert odd("latin1.eml").subject == "Grød på rådhuset"
    assert odd("windows1252.eml").subject == "Åh – “nej”"


def test_a_letter_split_over_two_encoded_words_is_put_together():
    assert (
        mail(b"To: =?utf-8?Q?S=C3?= =?utf-8?Q?=B8ren?= <s@x.example>\r\n\r\n").to[0].name == "Søren"
    )
    assert mail(b"X-Emne: =?utf-8?B?w6Y=?=\r\n =?utf-8?B?w7g=?=\r\n\r\n").header("x-emne") == "æø"


def test_raw_letters_in_a_header_are_guessed():
    assert mail("X-Emne: blåbær\r\n\r\n".encode()).header("X-Emne") == "blåbær"
    assert mail("X-Emne: blåbær\r\n\r\n".encode("latin-1")).header("X-Emne") == "blåbær"


def test_text_that_says_utf8_and_is_not_is_read_as_danish():
    assert decode_text("på rådhuset".encode("latin-1"), "utf-8") == (
        "på rådhuset",
        "charset_guessed",
    )


@pytest.mark.parametrize(
    "name", ["punycode", "idna", "unicode_escape", "zlib", "rot13", "x\0y", "é"]
)
def test_codecs_that_are_no_alphabet_are_not_used(name):
    assert decode_text(b"hej \xc3\xb8", name) == ("hej ø", "charset_guessed")


def test_half_a_letter_never_leaves_the_reader():
    assert odd("utf7.eml").text.encode("utf-8")
    assert decode_text(b"\x00\xd8", "utf-16-le")[0].encode("utf-8")
