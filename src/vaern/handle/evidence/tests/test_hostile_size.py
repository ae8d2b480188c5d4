"""Mails made to keep us busy are read in time that grows with their size, no faster."""

import time

import pytest

from vaern.handle.evidence.limits import Limits
from vaern.handle.evidence.mail import judgement_text
from vaern.handle.evidence.reading import read_file
from vaern.handle.evidence.showing import derive

from .mails import HEAD, mail

MANY = 20_000
HEADS = HEAD + b"aa:b\n" * 40_000 + b"\nhej\n"


def nested(depth: int) -> bytes:
    opening = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(depth)
    )
    return opening + b"\n" + b"x\n" * 200_000


@pytest.mark.parametrize(
    "rest",
    [
        b"\n" + b"--b\n" * MANY,
        b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n" * MANY * 10,
        nested(300),
        b"To: " + b"(" * MANY + b"\n\n",
        b"To: " + b"a b " * MANY + b"\n\n",
        b"To: " + b'"\\' * MANY + b"\n\n",
        b"X: " + b"=?a?q?" * MANY + b"\n\n",
        b"X: " + b"=?utf-8?q?=?" * MANY + b"\n\n",
        b"Content-Type: text/plain" + b"; a=b" * MANY + b"\n\nhej",
        b'Content-Type: text/plain; a="' + b'";"' * MANY + b"\n\nhej",
        b"X:\n" + b" y\n" * MANY * 5 + b"\n",
        b"Content-Type: text/plain; charset=punycode\n\n" + b"a-" * MANY * 5,
        b"Content-Type: text/html\n\n" + b"<div>" * MANY * 2,
        b"Content-Type: text/html\n\n" + b"<!--" * MANY * 2,
        b"Content-Type: text/html\n\n" + b"<a href='" * MANY,
        b"\n" + b"Den a skrev b:\n> " * MANY,
        b"\n" + b"Fra: a\n" * MANY,
        b"Content-Transfer-Encoding: base64\n\n" + b"QQ==\n" * MANY * 20,
        b"\n" + b"-----BEGIN PGP MESSAGE-----" * MANY,
        b"Content-Type: text/html\n\n" + b"&amp" * MANY * 100,
        b"Content-Type: text/html\n\n" + b"<script>" * MANY * 20,
        b"Content-Type: text/html\n\n" + b"<svg><![CDATA[" * MANY * 10,
        b"Content-Type: multipart/digest; boundary=b\n\n" + (b"--b\n\n" + HEADS) * 20 + b"--b--",
    ],
)
def test_it_does_not_keep_us_busy(rest):
    began = time.process_time()
    judgement_text(mail(rest))
    assert time.process_time() - began < 3


@pytest.mark.parametrize("piece", [b"&amp", b"<p>a</p>", b"<", b"<b x=y>", b"<table><a>", b"<svg>"])
@pytest.mark.parametrize("name", ["a.html", "a.txt", "a"])
def test_a_page_does_not_keep_us_busy(piece, name):
    page = b"<html>" + piece * (8_000_000 // len(piece))
    began = time.process_time()
    read = read_file(page, name, Limits())
    derive(read.kind.label_code, page, Limits())
    assert time.process_time() - began < 3
    assert len(read.text) < 200_100
