"""The head of a forwarded mail, where a mail program wrote it into the text of the new one."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, tzinfo
from email.utils import parsedate_to_datetime

KEYS = {
    "from": ("fra", "from", "von"),
    "sent": ("sendt", "sent", "dato", "date", "gesendet"),
    "to": ("til", "to", "an"),
    "cc": ("cc", "kopi", "bcc"),
    "subject": ("emne", "subject", "betreff"),
}
_KEY_OF = {word: key for key, words in KEYS.items() for word in words}
_LINE = re.compile(r"[>\s]*\*?\s*([A-Za-z]{2,8})\*?\s*:\s?\*?(.*)")
_MAIL = re.compile(r"[^\s<>,;:\"'()\[\]@]{1,64}@[^\s<>,;:\"'()\[\]@/]{1,255}\.[A-Za-z]{2,63}")
_BESIDE = re.compile(r"[<\[(].*?[>\])]|[\"'*]")
_MOST_LINES = 10
_MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_OTHER_SPELLING = {"may": "maj", "oct": "okt", "mai": "maj", "dez": "dec"}
_DAY = re.compile(
    r"(?P<d>\d{1,2})[. -]{1,2}(?P<m>\d{1,2}|[a-zæøå]{3,9})[.-]?\s?(?P<y>\d{4})"
    r"|(?P<m2>[a-z]{3,9})\.? (?P<d2>\d{1,2}),? (?P<y2>\d{4})"
    r"|(?P<y3>\d{4})-(?P<m3>\d{1,2})-(?P<d3>\d{1,2})"
)
_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})(?:[:.]\d{2})?\s*(am|pm)?")


@dataclass(frozen=True)
class Head:
    """Who wrote the mail below it to whom, as the text says; addresses in small letters."""

    name: str
    address: str
    to: tuple[str, ...] = ()
    to_names: tuple[str, ...] = ()
    sent: str = ""

    def sent_at(self, zone: tzinfo) -> datetime | None:
        """The moment in ``sent``; without a zone of its own it is one in ``zone``."""
        return moment(self.sent, zone)


def heads(text: str) -> Iterator[Head]:
    """All heads in the text, from the top: the newest forward comes first."""
    lines = text.splitlines()
    for number, line in enumerate(lines):
        key, value = _told(line)
        if key == "from" and value:
            rest = dict(_rest(lines[number + 1 : number + 1 + _MOST_LINES]))
            if rest:
                yield _head(value, rest)


def _told(line: str) -> tuple[str, str]:
    found = _LINE.fullmatch(line)
    return (_KEY_OF.get(found[1].lower(), ""), found[2].strip(" *")) if found else ("", "")


def _rest(lines: list[str]) -> Iterator[tuple[str, str]]:
    """The other lines of the head, until one that is none."""
    for line in lines:
        key, value = _told(line)
        if key == "from" or (not key and line.strip("> \t")):
            return
        if key:
            yield key, value


def _head(sender: str, rest: dict[str, str]) -> Head:
    address, to = _MAIL.search(sender), rest.get("to", "")
    names = (_name(one) for one in to.split(";") if not _MAIL.search(one))
    return Head(
        name=_name(sender),
        address=address[0].lower() if address else "",
        to=addresses(to),
        to_names=tuple(name for name in names if name),
        sent=rest.get("sent", ""),
    )


def _name(text: str) -> str:
    return " ".join(_MAIL.sub("", _BESIDE.sub("", text)).split())


def addresses(text: str) -> tuple[str, ...]:
    """The mail addresses that stand in a text, in small letters, each once."""
    return tuple(dict.fromkeys(found.lower() for found in _MAIL.findall(text)))


def moment(text: str, zone: tzinfo) -> datetime | None:
    """A date with its clock as mail programs write it in Danish and English; None for the rest."""
    with suppress(ValueError):
        exact = parsedate_to_datetime(text)
        if exact.tzinfo is not None:
            return exact
    day, text = _DAY.search(text.lower()), text.lower()
    clock = _CLOCK.search(text, day.end()) if day else None
    if day is None or clock is None:
        return None
    year, month, date = (day[n] or day[f"{n}2"] or day[f"{n}3"] for n in ("y", "m", "d"))
    try:
        hour = int(clock[1]) % 12 + 12 * (clock[3] == "pm") if clock[3] else int(clock[1])
        return datetime(int(year), _month(month), int(date), hour, int(clock[2]), tzinfo=zone)
    except ValueError:
        return None


def _month(text: str) -> int:
    """Its number. Raises ValueError for what is no month."""
    if text.isdigit():
        return int(text)
    short = text[:3]
    return _MONTHS.index(_OTHER_SPELLING.get(short, short)) + 1
