"""What cannot be read at all, and what is locked: a clear word in both languages."""

import pickle
import re
from pathlib import Path

import pytest

from vaern.handle.evidence import messages
from vaern.handle.evidence.limits import Limits
from vaern.handle.evidence.mail import judgement_text, read_eml
from vaern.handle.evidence.messages import TEXTS, Unreadable

from .mails import HEAD, LIMITS, ODD, mail, odd


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (b"x" * 101, "too_large"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 Outlook", "outlook_msg"),
        ((ODD / "uden-hoved.eml").read_bytes(), "not_mail"),
        (b"\x89PNG\r\n\x1a\n", "not_mail"),
    ],
)
def test_a_file_that_is_no_mail_says_why(data, code):
    with pytest.raises(Unreadable) as told:
        read_eml(data, Limits(max_bytes=100))
    assert told.value.code == code
    assert (told.value.da, told.value.en) == TEXTS[code]


@pytest.mark.parametrize(
    ("name", "code"), [("smime.eml", "encrypted_smime"), ("pgp.eml", "encrypted_pgp")]
)
def test_a_locked_mail_is_evidence_without_words(name, code):
    found = odd(name)
    assert found.closed == code
    assert found.attachments
    assert judgement_text(found) == "fortroligt"


def test_a_sealed_but_readable_package_is_told_apart():
    found = mail(b"Content-Type: application/pkcs7-mime; smime-type=signed-data\r\n\r\nabcd")
    assert found.closed == "signed_opaque"


def test_pgp_in_the_middle_of_a_text_is_seen():
    assert mail(b"\r\nSe:\r\n-----BEGIN PGP MESSAGE-----\r\nabc").closed == "encrypted_pgp"


def test_an_ordinary_mail_is_open():
    assert mail(b"\r\nhej").closed is None


def test_every_code_the_readers_use_has_words():
    folder = Path(messages.__file__).parent
    names = ("assembly", "charsets", "found", "heads", "mail", "parts", "picture", "stamps")
    source = "".join((folder / f"{n}.py").read_text() for n in (*names, "transfer", "unfolding"))
    used = {word for word in re.findall(r'"([a-z_]+\d*)"', source) if word in TEXTS}
    assert used == set(TEXTS), "a code without use, or a use without words"


def test_a_code_without_words_cannot_be_raised():
    with pytest.raises(KeyError):
        Unreadable("ukendt")


def test_the_error_survives_a_worker():
    assert pickle.loads(pickle.dumps(Unreadable("empty"))).da == TEXTS["empty"][0]  # noqa: S301


@pytest.mark.parametrize("before", [b"\xef\xbb\xbf", b"\r\n\r\n", b"From kim Mon Nov  9 2026\r\n"])
def test_what_programs_put_on_top_of_a_mail_is_stepped_over(before):
    assert read_eml(before + HEAD + b"\r\nhej", LIMITS).text == "hej"


def test_mails_saved_by_other_editors_are_read():
    whole = HEAD + b"\r\nhej"
    assert read_eml(whole.decode().encode("utf-16"), LIMITS).text == "hej"
    assert read_eml(whole.replace(b"\r\n", b"\r"), LIMITS).text == "hej"
