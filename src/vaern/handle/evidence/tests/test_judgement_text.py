"""The words a judgement rests on: new ones, forwarded ones, hidden ones; not a reply's history."""

from dataclasses import replace

import pytest

from vaern.handle.evidence.judging import judgement_text, newest

from .mails import mail

GMAIL = (
    "Nej tak.\n\nDen man. 9. nov. 2026 kl. 10.12 skrev Rikke Lund <\nrikke@x.example>:\n> Hej Kim\n"
)
OUTLOOK = "Nej tak.\n\nFra: Rikke Lund\nSendt: 9. november 2026\nTil: Kim\nEmne: svar\n\nHej Kim\n"
ORIGINAL = "Nej tak.\n-----Oprindelig meddelelse-----\nHej Kim"


@pytest.mark.parametrize("text", [GMAIL, OUTLOOK, ORIGINAL])
def test_the_history_of_a_reply_is_left_out(text):
    assert newest(text) == "Nej tak."


def test_answers_between_quoted_lines_stay():
    text = "On Mon, Kim Holm wrote:\n> Hvad vil du?\nJeg finder dig.\n> Hvornår?\nI morgen."
    assert newest(text) == "Jeg finder dig.\nI morgen."


@pytest.mark.parametrize("subject", ["VS: svar", "Fwd: svar", "FW: svar"])
def test_forwarded_text_stays(subject):
    found = mail(b"\r\n" + OUTLOOK.encode())
    assert "Hej Kim" not in judgement_text(found)
    assert "Hej Kim" in judgement_text(replace(found, subject=subject))


def test_text_under_the_word_forwarded_stays():
    assert newest("---- Videresendt meddelelse ----\n" + OUTLOOK).endswith("Hej Kim")


def test_quote_signs_without_an_answered_mail_hide_nothing():
    assert newest("Hej\n> jeg slår dig ihjel") == "Hej\n> jeg slår dig ihjel"


def test_a_threat_under_words_that_look_like_a_reply_is_not_hidden():
    text = "Hej\nDen 9. nov. 2026 skrev du til mig:\njeg slår dig ihjel"
    assert "ihjel" in newest(text)


def test_when_all_is_history_all_is_judged():
    assert newest("On Mon, Kim Holm wrote:\n> dø") == "On Mon, Kim Holm wrote:\n> dø"


def both(plain: str, html: str) -> str:
    parts = f"--b\n\n{plain}\n--b\nContent-Type: text/html; charset=utf-8\n\n{html}\n--b--"
    head = "Content-Type: multipart/alternative; boundary=b\n\n"
    return judgement_text(mail((head + parts).encode()))


def test_plain_text_is_preferred():
    assert both("Du er en so", "<p>Du er <b>en so</b></p>") == "hej\n\nDu er en so"


def test_words_only_the_html_shows_are_judged_too():
    found = both("Kan ikke vises", "<p>Jeg kommer efter dig i morgen</p>")
    assert "Jeg kommer efter dig i morgen" in found


def test_html_alone_becomes_lines_of_text():
    found = mail(b"Content-Type: text/html\r\n\r\n<style>x</style><p>En<br>to</p><p>tre &amp; fire")
    assert judgement_text(found) == "hej\n\nEn\nto\ntre & fire"


def test_the_words_have_an_upper_end_with_both_ends_kept():
    found = judgement_text(mail(b"\r\n" + b"a" * 5000 + b" slut"), max_chars=1000)
    assert len(found) < 1020
    assert found.endswith("slut")
