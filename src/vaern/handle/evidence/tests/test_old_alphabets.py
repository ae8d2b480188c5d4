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


@pytest.mark.parametrize(
    ("declared", "written_in", "text"),
    [
        ("gb2312", "gbk", "镕 你"),
        ("x-gbk", "gb18030", "镕 你"),
        ("shift_jis", "cp932", "①髙 殺す"),
        ("x-sjis", "cp932", "①髙 殺す"),
        ("windows-31j", "cp932", "①"),
        ("ks_c_5601-1987", "cp949", "죽인다 똠"),
        ("windows-874", "cp874", "สวัสดี"),
        ("iso-8859-8-i", "iso8859-8", "שלום"),
        ("x-mac-roman", "mac-roman", "på rådhuset"),
        ("macintosh", "mac-roman", "på rådhuset"),
        ("iso-8859-9", "cp1254", "“şimdi”"),
        ("windows-1251", "cp1251", "Я тебя убью"),
        ("windows-1251", "cp1251", "Её"),
        ("koi8-r", "koi8-r", "Я тебя убью"),
    ],
)
def test_the_larger_alphabet_is_meant(declared, written_in, text):
    assert decode_text(text.encode(written_in), declared) == (text, None)


@pytest.mark.parametrize(
    ("declared", "text"),
    [("iso-8859-9", "på"), ("windows-1251", "Я тебя убью"), ("koi8-r", "Я тебя убью")],
)
def test_what_is_utf8_is_utf8_whatever_it_says(declared, text):
    assert decode_text(text.encode(), declared) == (text, "charset_guessed")


def test_the_mark_at_the_beginning_is_no_letter():
    assert decode_text(b"\xef\xbb\xbfhej", "utf-8") == ("hej", None)


def test_html_in_a_mail_says_its_alphabet_where_the_mail_does_not():
    page = '<meta charset="windows-1251"><p>Я'.encode("cp1251")
    assert "Я" in mail(b"Content-Type: text/html\r\n\r\n" + page).html
    told = mail("Content-Type: text/html; charset=utf-8\r\n\r\n<meta charset=koi8-r>ø".encode())
    assert "ø" in told.html
