"""What was odd in a file is said: in the list at once, and all of it when it is shown."""

import pytest

from vaern.ground.vault.actions import new_key
from vaern.handle.evidence import actions
from vaern.handle.evidence.limits import Limits
from vaern.handle.evidence.messages import TEXTS
from vaern.handle.evidence.neutral import neutral
from vaern.handle.evidence.reading import read_file

from .mails import HEAD, LIMITS

PARTS = b"Content-Type: multipart/mixed; boundary=b\n\n"


@pytest.mark.parametrize(
    ("code", "rest"),
    [
        ("too_many_parts", PARTS + b"--b\n\nx\n" * 300 + b"--b--\n"),
        ("text_cut", b"\n" + b"z" * 300_000),
        ("bad_base64", b"Content-Transfer-Encoding: base64\n\nSmVn!!!!IHNsYWFy\n"),
        ("boundary_missing", b"Content-Type: multipart/mixed\n\nhej\n"),
        ("winmail", b"Content-Type: application/ms-tnef; name=winmail.dat\n\nabc"),
        ("text_outside", PARTS + b"skjult\n--b\n\ninde\n--b--\n"),
        ("header_too_large", b"X: " + b"a" * 300_000 + b"\n\nhej"),
        ("encrypted_pgp", b"\n-----BEGIN PGP MESSAGE-----\nabc"),
    ],
)
def test_mail_that_is_not_read_as_it_came_is_told_of_in_the_list(code, rest):
    assert read_file(HEAD + rest, "a.eml", LIMITS).problem == code


@pytest.mark.parametrize(
    ("code", "name", "data"),
    [
        ("image_heic", "IMG_1.HEIC", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 200),
        ("image_heic", "IMG_1.jpg", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 200),
        ("image_unsupported", "a.tif", b"II*\0\x08\0\0\0\0\0\0\0\0\0"),
        ("image_broken", "a.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x10\0\0\0\x10\x08\2\0\0\0"),
        (
            "outlook_msg",
            "a.msg",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "__properties_version1.0".encode("utf-16-le"),
        ),
        ("locked", "a.pdf", b"%PDF-1.7\n/Encrypt 5 0 R"),
        ("name_disagrees", "a.jpg", b"MZ" + b"\0" * 200),
        ("", "a.txt", b"hej"),
    ],
)
def test_file_that_cannot_be_shown_is_told_of_when_it_comes(code, name, data):
    assert read_file(data, name, LIMITS).problem == code


def shown(cast, data: bytes, name: str = "m.eml") -> actions.Shown:
    key = new_key(parent=cast.workplace.key)
    item = actions.seal(workplace=cast.workplace, key=key, name=name, data=data, by=None)[0]
    return actions.look(item=item, by=cast.henrik)


def test_all_that_was_odd_is_told_when_shown(cast):
    head = b"From: a@b.example\nFrom: c@d.example\nDate: Mon, 9 Nov 2026 10:00:00\n"
    got = shown(cast, head + PARTS + b"skjult\n--b\n\ninde\n")
    codes = ("header_repeated", "several_senders", "date_without_zone", "boundary_unclosed")
    assert {TEXTS[code][0] for code in codes} <= {got.problem, *got.remarks}
    assert got.problem not in got.remarks
    assert got.outside == "skjult"


def test_what_was_odd_about_the_file_is_told_when_shown_too(cast):
    assert "noget andet, end navnet siger" in shown(cast, b"hej", "a.jpg").problem
    assert "HEIC" in shown(cast, b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "a.heic").problem


def test_nothing_invisible_stands_in_the_letterhead_or_the_headers(cast):
    head = "From: =?utf-8?q?Mads=E2=80=AE_mloH?= <a@b.example>\nX-Navn: a\u200bb\nDate: x\n"
    got = shown(cast, (head + "Subject: =?utf-8?q?foto=E2=80=AEgpj.exe?=\n\nhej").encode())
    assert dict(got.letterhead)["Fra"] == "Mads⟨U+202E⟩ mloH <a@b.example>"
    assert dict(got.letterhead)["Emne"] == "foto⟨U+202E⟩gpj.exe"
    assert ("X-Navn", "a⟨U+200B⟩b") in got.headers


def test_a_part_kept_as_it_came_says_what_it_is(cast):
    key, text = new_key(parent=cast.workplace.key), b"\n" + b"z" * 300_000
    items = actions.seal(
        workplace=cast.workplace, key=key, name="m.eml", data=HEAD + text, by=cast.rikke
    )
    assert [item.problem for item in items] == ["text_cut", "kept_raw"]
    assert neutral(items[1]).problem.startswith("En del af mailen, gemt som den kom.")


def test_a_mail_that_is_as_it_should_be_is_told_nothing_of():
    assert read_file(HEAD + b"\nhej", "a.eml", Limits()).problem == ""
