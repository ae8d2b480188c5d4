"""No bytes at all bring the readers down: they answer, or say `Unreadable`."""

import contextlib
import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vaern.handle.evidence.judging import judgement_text
from vaern.handle.evidence.letter import Mail
from vaern.handle.evidence.limits import Limits
from vaern.handle.evidence.mail import read_eml
from vaern.handle.evidence.messages import TEXTS, Unreadable
from vaern.handle.evidence.safe import safe_html, safe_image, safe_text
from vaern.handle.evidence.truetype import true_type

from .mails import HEAD, every_file

SMALL = Limits(max_parts=30, max_text_chars=2_000, max_header_bytes=4_000, max_pixels=250_000)
FILES = every_file()
PIECES = [b"\r\n", b"\r\n\r\n", b"--skel", b"--skel--", b"Content-Type: ", b"multipart/mixed; "]
PIECES += [b"boundary=skel", b"=?utf-8?B?", b"?=", b"message/rfc822", b"charset=utf-7", b"\x00"]
PIECES += [
    b"base64",
    b"Content-Transfer-Encoding: ",
    b'name*0*="',
    b"From: ",
    b"((",
    b"\xff",
    b"=C3",
]

shredded = st.lists(st.sampled_from(PIECES) | st.binary(max_size=20), max_size=60).map(b"".join)


def check(mail: Mail) -> None:
    """What holds for every mail that was read, however odd."""
    words = judgement_text(mail) + mail.html + mail.subject + str(mail.sender) + str(mail.to)
    words += "".join(h.value + h.raw for h in mail.headers) + "".join(mail.outside)
    assert words.encode("utf-8") is not None
    assert mail.sent_at is None or mail.sent_at.tzinfo is not None
    assert set(mail.defects) <= set(TEXTS)
    assert all(a.name.encode("utf-8") and "/" not in a.name for a in mail.all_attachments())


def try_all(data: bytes) -> None:
    true_type(data, "x.eml")
    with contextlib.suppress(Unreadable):
        check(read_eml(data, SMALL))
    with contextlib.suppress(Unreadable):
        safe_image(data, SMALL)
    text = data.decode("latin-1")
    assert safe_text(text).encode("utf-8") is not None
    safe_html(text)


@given(st.binary(max_size=400) | shredded)
@settings(deadline=None, max_examples=150)
def test_random_bytes(data):
    try_all(data)


@given(shredded)
@settings(deadline=None, max_examples=250)
def test_random_mails(data):
    check(read_eml(HEAD + data, SMALL))


@given(st.sampled_from(FILES), st.randoms(use_true_random=False), st.sampled_from(PIECES))
@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
def test_damaged_samples(data, chance, piece):
    try_all(damaged(data, chance, piece))


def damaged(data: bytes, chance: random.Random, piece: bytes) -> bytes:
    made = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        at = chance.randint(0, len(made))
        made[at : at + chance.choice([0, 1, 30])] = chance.choice([piece, b"", b"\x80"])
    return bytes(made)


@pytest.mark.parametrize("length", [1, 7, 40, 200, 300])
def test_samples_cut_anywhere(length):
    for data in FILES:
        with contextlib.suppress(Unreadable):
            check(read_eml(data[: len(data) * length // 300], SMALL))
