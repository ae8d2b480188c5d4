"""The mails the tests read: the samples at the top of the repository and the odd ones here."""

from pathlib import Path

from vaern.handle.evidence.letter import Mail
from vaern.handle.evidence.limits import Limits
from vaern.handle.evidence.mail import read_eml

ODD = Path(__file__).parent / "odd"
SAMPLES = Path(__file__).parents[5] / "samples"
LIMITS = Limits()
HEAD = b"From: kim@postkasse.example\r\nSubject: hej\r\nDate: Mon, 9 Nov 2026 10:00:00 +0100\r\n"


def odd(name: str) -> Mail:
    """One of the odd mails, read."""
    return read_eml((ODD / name).read_bytes(), LIMITS)


def sample(name: str) -> Mail:
    """One of the samples, read."""
    return read_eml((SAMPLES / name).read_bytes(), LIMITS)


def mail(rest: bytes, limits: Limits = LIMITS) -> Mail:
    """A mail with the usual head and `rest`: more head, an empty line, a body."""
    return read_eml(HEAD + rest, limits)


def every_file() -> list[bytes]:
    """The bytes of every sample and odd mail."""
    return [path.read_bytes() for path in (*SAMPLES.glob("*.eml"), *ODD.glob("*.eml"))]
