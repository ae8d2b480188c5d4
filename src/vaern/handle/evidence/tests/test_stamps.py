"""Who and when: as the mail says, or nothing."""

from datetime import UTC, datetime

import pytest

from vaern.handle.evidence.stamps import Address, addresses, sent_at

from .mails import mail


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        ("Mon, 9 Nov 2026 10:00:00 +0100", datetime(2026, 11, 9, 9, tzinfo=UTC)),
        ("9 Nov 2026 09:00:00 GMT", datetime(2026, 11, 9, 9, tzinfo=UTC)),
        ("Mon, 9 Nov 2026 09:00:00 -0000", datetime(2026, 11, 9, 9, tzinfo=UTC)),
        ("Mon, 9 Nov 2026 10:00:00 CET", datetime(2026, 11, 9, 9, tzinfo=UTC)),
        ("Mon, 9 Nov 2026 10:00:00 +0100 (CET)", datetime(2026, 11, 9, 9, tzinfo=UTC)),
        ("Mon, 9 Nov 2026 10:00:00 +01:00", datetime(2026, 11, 9, 9, tzinfo=UTC)),
        ("2026-11-09T10:00:00+01:00", datetime(2026, 11, 9, 9, tzinfo=UTC)),
        ("2026-11-09 09:00:00Z", datetime(2026, 11, 9, 9, tzinfo=UTC)),
    ],
)
def test_dates_are_read_with_their_zone(value, moment):
    assert sent_at(value) == (moment, None)


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("i går", "bad_date"),
        ("Mon, 99 Nov 2026 10:00:00 +0100", "bad_date"),
        ("Mon, 9 Nov 2026 10:00:00 +9999", "bad_date"),
        ("Mon, 9 Nov 1904 10:00:00 +0100", "bad_date"),
        ("", "bad_date"),
        ("Mon, 9 Nov 2026 10:00:00", "date_without_zone"),
        ("2026-11-09T10:00:00", "date_without_zone"),
        ("2026-11-99T10:00:00+01:00", "bad_date"),
    ],
)
def test_a_date_that_cannot_be_known_is_nothing(value, code):
    assert sent_at(value) == (None, code)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ('"Holm, Mads" <mads.holm@havneby.example>', [("Holm, Mads", "mads.holm@havneby.example")]),
        ("=?utf-8?Q?Holm=2C_S=C3=B8ren?= <s@x.example>", [("Holm, Søren", "s@x.example")]),
        ("Chefer: a@x.example, b@x.example;", [("", "a@x.example"), ("", "b@x.example")]),
        ("((((a@x.example", [("", "a@x.example")]),
        ("Ukendt afsender", [("Ukendt afsender", "")]),
        ("", []),
    ],
)
def test_addresses_are_found_in_all_they_are_written_as(value, expected):
    assert addresses(value) == tuple(Address(*one) for one in expected)


def test_a_name_that_looks_like_an_address_does_not_hide_the_real_one():
    [found] = addresses('"mads.holm@havneby.example" <x@skjult.example>')
    assert found == Address("mads.holm@havneby.example", "x@skjult.example")


def test_five_hundred_recipients_are_all_found():
    many = ", ".join(f'"Navn {n}" <n{n}@havneby.example>' for n in range(500))
    assert len(addresses(many)) == 500


def test_a_second_sender_is_told_of_and_the_first_is_used():
    found = mail(b"From: en.anden@x.example\r\n\r\n")
    assert found.sender == Address("", "kim@postkasse.example")
    assert {"header_repeated", "several_senders"} <= set(found.defects)
