"""The dated law data: one entry per rule, code or text, each with its source.

Every file is checked when it is first read; a fault names file, entry and field.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from .fields import LISTS
from .shape import LawDataError, check_entry, check_no_overlap

__all__ = [
    "LISTS",
    "Entry",
    "LawDataError",
    "all_in_force",
    "codes",
    "find",
    "in_force",
    "latest",
    "load",
]

DATA = Path(__file__).parent / "data"
COMMON = ("code", "da", "en", "da_help", "en_help", "source", "valid_from", "valid_to", "dated")


@dataclass(frozen=True, slots=True)
class Entry:
    """One dated entry: what a code means from `valid_from` to `valid_to` (both included).

    `dated` is False where the sources give no date: then `valid_from` is only the day from which
    this data is used and must not be shown as the day a rule began.
    """

    list_name: str
    code: str
    da: str
    en: str
    source: tuple[str, ...]
    valid_from: date
    valid_to: date | None
    dated: bool
    checked: date
    da_help: str
    en_help: str
    more: Mapping[str, Any]

    @property
    def confirmed(self) -> bool:
        """False where the adoption of the rule could not be confirmed."""
        return bool(self.more.get("adoption") != "unconfirmed")

    def holds_on(self, on: date) -> bool:
        return self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)

    def text(self, lang: str) -> str:
        """The entry in Danish for `da`, in English for any other language."""
        return self.da if lang.startswith("da") else self.en

    def help(self, lang: str) -> str:
        """The explanation, "" where there is none."""
        return self.da_help if lang.startswith("da") else self.en_help


@cache
def load(list_name: str) -> tuple[Entry, ...]:
    """All entries of a list, of every date, in display order. Raises LawDataError."""
    if list_name not in LISTS:
        raise LawDataError(f"unknown list {list_name!r}; the lists are {', '.join(LISTS)}")
    return read(DATA / f"{list_name}.toml", list_name)


def read(path: Path, list_name: str) -> tuple[Entry, ...]:
    """Read and check one file. Raises LawDataError naming file, entry and field."""
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as fault:
        raise LawDataError(f"{path.name}: cannot be read: {fault}") from fault
    tables = raw.get("entry")
    if set(raw) != {"entry"} or not isinstance(tables, list) or not tables:
        raise LawDataError(f"{path.name}: expected one or more [[entry]] tables and nothing else")
    entries = tuple(_entry(path.name, list_name, table) for table in tables)
    check_no_overlap(path.name, [(e.code, e.valid_from, e.valid_to) for e in entries])
    return entries


def _entry(file: str, list_name: str, table: Mapping[str, Any]) -> Entry:
    check_entry(file, list_name, table)
    more = {name: value for name, value in table.items() if name not in (*COMMON, "checked")}
    return Entry(
        list_name=list_name,
        code=table["code"],
        da=table["da"],
        en=table["en"],
        source=tuple(table["source"]),
        valid_from=table["valid_from"],
        valid_to=table.get("valid_to"),
        dated=table.get("dated", True),
        checked=table["checked"],
        da_help=table.get("da_help", ""),
        en_help=table.get("en_help", ""),
        more=MappingProxyType(more),
    )


@cache
def codes(list_name: str) -> tuple[str, ...]:
    """Every code the list has or ever had, in display order."""
    return tuple(dict.fromkeys(entry.code for entry in load(list_name)))


def in_force(list_name: str, on: date) -> tuple[Entry, ...]:
    """The entries in force on a day; those with unconfirmed adoption are among them, marked."""
    return tuple(entry for entry in load(list_name) if entry.holds_on(on))


def all_in_force(on: date) -> dict[str, tuple[Entry, ...]]:
    """Every list with its entries in force on a day, for the page of rules."""
    return {name: in_force(name, on) for name in LISTS}


def find(list_name: str, code: str, on: date) -> Entry | None:
    """The entry of a code on a day, None when it did not hold then or never existed."""
    return next((e for e in load(list_name) if e.code == code and e.holds_on(on)), None)


def latest(list_name: str, code: str) -> Entry:
    """The newest entry of a code whatever the day: for words that must never fail to show.

    Raises LawDataError for an unknown code.
    """
    known = [entry for entry in load(list_name) if entry.code == code]
    if not known:
        raise LawDataError(f"{list_name}: unknown code {code!r}")
    return max(known, key=lambda entry: entry.valid_from)
