"""Heads that mail programs write into the text of a forward, and their dates."""

from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaern.handle.reports.forwarded import Head, heads, moment

HOME = ZoneInfo("Europe/Copenhagen")
EVENING = "2026-11-08T22:47:00+01:00"
KENNETH = Head("Kenneth B.", "k@x.example", to=("rikke@h.example",))
OUTLOOK = """Hej Henrik

Fra: Kenneth B. <K@x.example>
Sendt: 8. november 2026 22:47
Til: Rikke Lund <rikke@h.example>
Emne: svar

Tekst"""
GMAIL = """---------- Forwarded message ---------
Fra: *Kenneth B.* <k@x.example>
Date: søn. 8. nov. 2026 kl. 22.47
Subject: svar
To: <rikke@h.example>
"""
APPLE = """Start på videresendt besked:

> Fra: "Kenneth B." <k@x.example>
> Emne: svar
> Dato: 8. november 2026 kl. 22.47.03 CET
> Til: rikke@h.example
"""
ENGLISH = """From: Kenneth B. [mailto:k@x.example]
Sent: Sunday, November 8, 2026 10:47 PM
To: rikke@h.example
Subject: svar
"""


@pytest.mark.parametrize("text", [OUTLOOK, GMAIL, APPLE, ENGLISH])
def test_each_program_in_its_own_way(text):
    (found,) = heads(text)
    assert (found.name, found.address, found.to) == (KENNETH.name, KENNETH.address, KENNETH.to)
    at = found.sent_at(HOME)
    assert at is not None
    assert at.isoformat()[:16] == EVENING[:16]


def test_names_without_an_address():
    (found,) = heads("Fra: Kenneth B.\nSendt: i går\nTil: Rikke Lund; Jonas Bæk")
    assert (found.name, found.address) == ("Kenneth B.", "")
    assert found.to_names == ("Rikke Lund", "Jonas Bæk")
    assert found.sent_at(HOME) is None


def test_the_newest_comes_first():
    text = OUTLOOK + "\n\n" + ENGLISH.replace("k@x", "andre@x")
    assert [one.address for one in heads(text)] == ["k@x.example", "andre@x.example"]


@pytest.mark.parametrize("text", ["", "Fra: mandag har vi lukket.", "Fra:\nTil: os", "Til: x@y.dk"])
def test_no_head(text):
    assert not list(heads(text))


@pytest.mark.parametrize(
    "text",
    [
        "8. november 2026 22:47",
        "søndag den 8. november 2026 kl. 22.47",
        "Nov 8, 2026 at 10:47 PM",
        "2026-11-08 22:47",
        "08-11-2026 22:47",
        "Sun, 8 Nov 2026 22:47:00 +0100",
    ],
)
def test_dates(text):
    found = moment(text, HOME)
    assert found is not None
    assert found.isoformat() == EVENING


@given(st.text(max_size=200))
def test_nothing_breaks_it(text):
    moment(text, HOME)
    list(heads(text))


@given(st.from_regex(r"[0-9]{1,2}[. -][0-9a-z]{1,4}[. -][0-9]{4} [0-9]{1,2}:[0-9]{2}( pm)?"))
def test_no_date_breaks_it(text):
    moment(text, HOME)
