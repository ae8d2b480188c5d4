"""What is taken out of one file has one bound, however the mails in it are folded."""

import base64

import pytest
from django.conf import settings

from vaern.ground.vault.actions import new_key
from vaern.handle.evidence import actions
from vaern.handle.evidence import picture as drawing
from vaern.handle.evidence.budget import Budget
from vaern.handle.evidence.limits import Limits
from vaern.handle.evidence.models import Item

from .mails import HEAD
from .samples import picture

PAYLOAD = b"y" * 20_000


def sealed(cast, data: bytes) -> list[Item]:
    key = new_key(parent=cast.workplace.key)
    return actions.seal(workplace=cast.workplace, key=key, name="m.eml", data=data, by=cast.rikke)


def on_disk() -> int:
    return sum(path.stat().st_size for path in settings.VAERN_EVIDENCE.rglob("*.age"))


def declared(inner: bytes) -> bytes:
    return HEAD + b"Content-Type: message/rfc822\n\n" + inner


def in_disguise(inner: bytes) -> bytes:
    """A mail that no header calls a mail: only its content tells."""
    code = base64.encodebytes(inner)
    part = b"Content-Type: application/x-y; name=a.bin\nContent-Transfer-Encoding: base64\n\n"
    head = b"Content-Type: multipart/mixed; boundary=b%d\n\n" % len(inner)
    return HEAD + head + b"--b%d\n" % len(inner) + part + code + b"\n--b%d--\n" % len(inner)


@pytest.mark.parametrize(("fold", "depth"), [(declared, 100), (declared, 1200), (in_disguise, 14)])
def test_mails_folded_into_each_other_do_not_multiply(cast, fold, depth):
    data = HEAD + b"\n" + PAYLOAD
    for _ in range(depth):
        data = fold(data)
    items = sealed(cast, data)
    assert len(items) <= 12
    assert on_disk() < 12.5 * len(data)
    assert items[-1].problem == "nested_unread"
    assert actions.original(items[0]) == data


def test_parts_are_counted_over_all_the_mails_in_a_file(cast, settings):
    settings.VAERN_MAX_PARTS = 20
    files = b"".join(b"--i\nContent-Type: text/x; name=%d.txt\n\n%d\n" % (n, n) for n in range(9))
    inner = HEAD + b"Content-Type: multipart/mixed; boundary=i\n\n" + files + b"--i--\n"
    part = b"Content-Type: application/octet-stream; name=a.bin\n\n" + inner
    many = b"".join(b"--o\n" + part for _ in range(9))
    items = sealed(cast, HEAD + b"Content-Type: multipart/mixed; boundary=o\n\n" + many + b"--o--")
    assert len(items) <= 21
    assert "nested_unread" in {item.problem for item in items}


def test_bytes_are_counted_over_all_the_mails_in_a_file(cast, settings):
    settings.VAERN_MAX_FILE_MB = 1
    data = HEAD + b"\n" + b"y" * 900_000
    for _ in range(8):
        data = declared(data)
    _outer, *inside = sealed(cast, data)
    assert sum(item.size for item in inside) <= 3 * 1024 * 1024
    assert "nested_unread" in inside[-1].facts["defects"]
    assert inside[-1].problem == "nested_unread"


def test_headers_are_counted_over_all_the_parts(cast):
    block = HEAD + b"aa:b\n" * 3_000
    parts = b"".join(b"--b\n\n" + block + b"\nhej %d\n" % n for n in range(9))
    items = sealed(
        cast, HEAD + b"Content-Type: multipart/digest; boundary=b\n\n" + parts + b"--b--"
    )
    assert sum(len(item.facts.get("headers", ())) for item in items) <= 5_000
    assert items[0].problem == "too_many_parts"
    assert "hej 8" in "".join(item.text for item in items)


def test_headers_of_a_mail_inside_are_kept_once(cast):
    outer, inner = sealed(cast, declared(HEAD + b"X-Mark: inderst\n\nhej"))
    assert "inderst" not in str(outer.facts)
    assert ["X-Mark", "inderst"] in inner.facts["headers"]
    assert outer.facts["inside"][0]["from"]["address"] == "kim@postkasse.example"


def test_texts_and_pages_are_counted_over_all_the_parts(cast, settings):
    settings.VAERN_MAX_TEXT_CHARS = 5_000
    part = b"--b\nContent-Type: text/html; name=%d.html\n\n<!doctype html><p>" + b"hej " * 1_200
    parts = b"".join(part % number + b"\n" for number in range(9))
    items = sealed(cast, HEAD + b"Content-Type: multipart/mixed; boundary=b\n\n" + parts + b"--b--")
    assert len(items) == 10
    assert sum(len(item.text) for item in items) <= 25_000
    assert [item.problem for item in items if not item.text] == ["left_unread"] * 3


def test_pictures_are_counted_over_all_the_parts(monkeypatch):
    unpacked: list[int] = []
    monkeypatch.setattr(drawing, "_unpack", lambda picture, _: unpacked.append(picture.width))
    budget = Budget.of(Limits(max_pixels=96 * 5))
    assert {drawing.trouble(picture(), Limits(), budget) for _ in range(15)} == {""}
    assert len(unpacked) == 10
