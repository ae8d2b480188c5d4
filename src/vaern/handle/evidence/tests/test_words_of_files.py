"""The words of text files and web pages: all that somebody may have read."""

import pytest

from vaern.handle.evidence.limits import Limits
from vaern.handle.evidence.reading import read_file

from .mails import HEAD, LIMITS

THREAT = "jeg slår dig ihjel i morgen"


@pytest.mark.parametrize(
    "text",
    [
        f"Se <a href='http://x'>link</a> {THREAT}",
        f"Han skrev: <script> {THREAT}",
        f"Hun skrev <!-- {THREAT} --> <img src=x>",
        f"<meta> <title>{THREAT}",
        f"#!/bin/sh\n{THREAT}",
        f"<svg {THREAT}",
    ],
)
def test_what_is_called_text_is_text(text):
    read = read_file(text.encode(), "indsat-tekst.txt", LIMITS)
    assert (read.kind.label_code, read.kind.mime, read.problem) == ("text", "text/plain", "")
    assert read.text.startswith(text)


def test_markup_in_text_is_read_as_a_page_too():
    read = read_file("du skal d<b></b>ø snart nu".encode(), "chat.txt", LIMITS)
    assert read.text == "du skal d<b></b>ø snart nu\n\ndu skal dø snart nu"


def test_a_page_with_a_name_of_its_own_is_read_as_a_page():
    read = read_file("<!doctype html><p>D<i>ø</i>.</p>".encode(), "side.html", LIMITS)
    assert (read.kind.label_code, read.text) == ("html", "Dø.")


def test_a_page_without_a_name_is_read_both_ways():
    read = read_file(f"<html><!-- {THREAT} --><p>D<i>ø</i>".encode(), "side", LIMITS)
    assert THREAT in read.text
    assert read.text.endswith("Dø")


def test_a_drawing_tells_its_words():
    data = b"<svg xmlns='http://www.w3.org/2000/svg'><text y='2'>Vi ses ude</text></svg>"
    assert read_file(data, "a.svg", LIMITS).text == "Vi ses ude"


def test_words_drawn_in_a_mail_are_words():
    page = "<p>hej</p><svg><text>Vi ses ude</text><style>x</style></svg><math><mtext>snart"
    read = read_file(HEAD + b"Content-Type: text/html\n\n" + page.encode(), "a.eml", LIMITS)
    assert [word in read.text for word in ("hej", "Vi ses ude", "snart", "x</")] == [1, 1, 1, 0]


@pytest.mark.parametrize("name", ["WhatsApp.txt", "side.html"])
def test_both_ends_of_a_long_file_are_judged_and_it_is_told(name):
    text = b"<html>" * name.endswith("l") + b"hej Kim<br>\n" * 5000 + THREAT.encode()
    read = read_file(text, name, Limits(max_text_chars=1000))
    assert read.text.endswith(THREAT)
    assert (read.problem, len(read.text) < 1100) == ("text_cut", True)


def test_scripts_and_pictures_do_not_crowd_out_the_words():
    filling = "<script>x()</script>" * 500 + f"<img src='data:image/png;base64,{'A' * 9000}'>"
    page = f"<html>{filling}<p>{THREAT}</p>{filling}</html>".encode()
    read = read_file(page, "side.html", Limits(max_text_chars=1000))
    assert (read.text, read.problem) == (THREAT, "")


def test_a_page_says_its_own_alphabet():
    page = '<html><meta charset="koi8-r"><p>Я тебя убью'.encode("koi8-r")
    assert read_file(page, "a.html", LIMITS).text == "Я тебя убью"
    old = "<meta http-equiv=x content='text/html; charset=windows-1251'>Я".encode("cp1251")
    assert read_file(b"<html>" + old, "a.html", LIMITS).text == "Я"
