"""Canaries: marked strings, one for each place something can be entered."""

import secrets
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Bird:
    """``kept``: it must be readable again with the keys (else it is thrown away, as it should).

    ``addressed``: it is an e-mail address, which a letter to it must bear on its envelope.
    """

    place: str
    word: str
    kept: bool = True
    addressed: bool = False


@dataclass
class Cage:
    """Hands out canaries and remembers which went where."""

    birds: list[Bird] = field(default_factory=list)

    def word(self, place: str, *, kept: bool = True, addressed: bool = False) -> str:
        """A new marked word for ``place``: letters and digits only, found whatever wraps it."""
        word = f"kanarie{secrets.token_hex(6)}fugl"
        self.birds.append(Bird(place, word, kept, addressed))
        return word

    def number(self, place: str) -> str:
        """A new telephone number of 20 digits: a field for one takes no letters."""
        number = "".join(secrets.choice("23456789") for _ in range(20))
        self.birds.append(Bird(place, number))
        return number

    def sentence(self, place: str, *, kept: bool = True) -> str:
        return f"Det her er skrevet i {self.word(place, kept=kept)}, og det er privat."

    def address(self, place: str, *, kept: bool = True, addressed: bool = False) -> str:
        return f"{self.word(place, kept=kept, addressed=addressed)}@havneby.example"


def disguises(word: str) -> Iterator[bytes]:
    """The word as it may lie on a disk: plain, in hex, in UTF-16, in base64 at any offset."""
    for plain in {word, word.upper()}:
        yield plain.encode()
        yield plain.encode("utf-16-le")
        yield plain.encode().hex().encode()
        yield plain.encode().hex().upper().encode()
        for offset in range(3):
            coded = b64encode(b"\0" * offset + plain.encode())
            # Drop the letters that depend on what stands before and after the word.
            yield coded[4 if offset else 0 : -4]


def found_in(data: bytes, word: str) -> bool:
    return any(one in data for one in disguises(word))
