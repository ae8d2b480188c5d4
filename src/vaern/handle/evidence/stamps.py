"""Who a mail says it is from and to, and when it says it was sent."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.policy import default
from email.utils import getaddresses, parsedate_to_datetime

from .charsets import whole
from .heads import decode_words, one_alphabet

# The standard library's full parser slows down on long lists; the plain one takes over there.
_LONGEST_FOR_FULL_PARSER = 8_000
_LOOKS_LIKE_ADDRESS = re.compile(r"[^\s<>,;:\"()]{1,200}@[^\s<>,;:\"()]{1,250}")
_ISO = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d")
_COLON_IN_ZONE = re.compile(r"([+-]\d\d):(\d\d)$")
_NAMED_ZONES = {"CET": "+0100", "CEST": "+0200", "MET": "+0100", "MEST": "+0200"}


@dataclass(frozen=True, slots=True)
class Address:
    """A name and an address as the mail states them; either may be empty, neither is proof."""

    name: str
    address: str

    def __str__(self) -> str:
        return f"{self.name} <{self.address}>" if self.name and self.address else self._one

    @property
    def _one(self) -> str:
        return self.address or self.name


def addresses(raw: str) -> tuple[Address, ...]:
    """Every address in an undecoded header value. Never raises; the readers get laxer in turn."""
    for reader in _READERS:
        try:
            found = reader(raw)
        except Exception:  # noqa: S112 - the library raises anything on hostile heads
            continue
        if found:
            return found
    text = decode_words(raw).strip()
    return (Address(text, ""),) if text else ()


def sent_at(raw: str) -> tuple[datetime | None, str | None]:
    """The moment in a Date header, aware, or None and a defect code."""
    text = re.sub(r"\([^()]{0,80}\)", "", raw[:200]).strip()
    for name, offset in _NAMED_ZONES.items():
        text = re.sub(rf"\b{name}$", offset, text)
    when = _moment(text)
    if when is None:
        return None, "bad_date"
    if when.tzinfo is None:
        # RFC 5322 section 3.3: -0000 is universal time that says nothing of the sender's zone.
        return (when.replace(tzinfo=UTC), None) if "-0000" in text else (None, "date_without_zone")
    return (when, None) if 1970 < when.year < 2200 else (None, "bad_date")


def _moment(text: str) -> datetime | None:
    """As RFC 5322 has it, with +01:00 for +0100, or as ISO 8601 has it."""
    try:
        if _ISO.match(text):
            return datetime.fromisoformat(text)
        return parsedate_to_datetime(_COLON_IN_ZONE.sub(r"\1\2", text))
    except Exception:  # the library raises TypeError, IndexError and more on odd dates
        return None


def _full(raw: str) -> tuple[Address, ...]:
    if len(raw) > _LONGEST_FOR_FULL_PARSER:
        return ()
    parsed = default.header_factory("to", one_alphabet(raw)).addresses
    return tuple(_address(a.display_name, a.addr_spec) for a in parsed if "@" in a.addr_spec)


def _plain(raw: str) -> tuple[Address, ...]:
    return tuple(_address(decode_words(n), a) for n, a in getaddresses([raw]) if "@" in a)


def _bare(raw: str) -> tuple[Address, ...]:
    return tuple(_address("", found) for found in _LOOKS_LIKE_ADDRESS.findall(raw))


def _address(name: str, address: str) -> Address:
    return Address(whole(" ".join(name.split())), whole(address.strip()))


_READERS: tuple[Callable[[str], tuple[Address, ...]], ...] = (_full, _plain, _bare)
