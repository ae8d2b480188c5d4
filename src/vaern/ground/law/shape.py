"""Is an entry of the law data well formed? Every fault says file, entry and field."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from .fields import FIELDS, Field

CODE = re.compile(r"[a-z0-9]+(_[a-z0-9]+)*")
TEXTS = ("code", "da", "en")
OPTIONAL_TEXTS = ("da_help", "en_help")
DATES = ("valid_from", "checked")


class LawDataError(ValueError):
    """The law data is malformed or asked for something it does not have."""


def check_entry(file: str, list_name: str, table: Mapping[str, Any]) -> None:
    """Raise LawDataError at the first fault of one [[entry]] table."""
    code = table.get("code")
    where = f"{file}: entry {code!r}"
    if not isinstance(code, str) or not CODE.fullmatch(code):
        raise LawDataError(f"{where}: field 'code' must be lower-case words joined by _")
    _check_common(where, table)
    extra = FIELDS[list_name]
    known = {*TEXTS, *OPTIONAL_TEXTS, *DATES, "valid_to", "dated", "source", *extra}
    unknown = sorted(set(table) - known)
    if unknown:
        raise LawDataError(f"{where}: field {unknown[0]!r} is not known; allowed: {sorted(known)}")
    for name, field in extra.items():
        _check_field(where, name, field, table)


def _check_common(where: str, table: Mapping[str, Any]) -> None:
    for name in TEXTS:
        _check_words(where, name, table.get(name))
    for name in OPTIONAL_TEXTS:
        if name in table:
            _check_words(where, name, table[name])
    if ("da_help" in table) != ("en_help" in table):
        raise LawDataError(f"{where}: field 'da_help' and 'en_help' must both be there or neither")
    _check_list(where, "source", table.get("source"))
    _check_dates(where, table)


def _check_dates(where: str, table: Mapping[str, Any]) -> None:
    for name in DATES:
        _check_day(where, name, table.get(name))
    if "valid_to" in table:
        _check_day(where, "valid_to", table["valid_to"])
        if table["valid_to"] < table["valid_from"]:
            raise LawDataError(f"{where}: field 'valid_to' lies before valid_from")
    if type(table.get("dated", True)) is not bool:
        raise LawDataError(f"{where}: field 'dated' must be true or false")


def _check_words(where: str, name: str, value: object) -> None:
    if not isinstance(value, str) or not value.strip():
        raise LawDataError(f"{where}: field {name!r} must be a text that is not empty")


def _check_day(where: str, name: str, value: object) -> None:
    if not isinstance(value, date) or isinstance(value, datetime):
        raise LawDataError(f"{where}: field {name!r} must be a date such as 2026-11-22")


def _check_list(where: str, name: str, value: object) -> None:
    if not isinstance(value, list) or not value:
        raise LawDataError(f"{where}: field {name!r} must be a list with at least one text")
    for word in value:
        _check_words(where, name, word)


def _check_field(where: str, name: str, field: Field, table: Mapping[str, Any]) -> None:
    if name not in table:
        if field.required:
            raise LawDataError(f"{where}: field {name!r} is missing")
        return
    value = table[name]
    if field.type is list:
        _check_list(where, name, value)
    elif type(value) is not field.type:  # bool is an int to isinstance, but not to a reader
        raise LawDataError(f"{where}: field {name!r} must be of type {field.type.__name__}")
    elif field.allowed and value not in field.allowed:
        raise LawDataError(f"{where}: field {name!r} must be one of {', '.join(field.allowed)}")


def check_no_overlap(file: str, spans: Iterable[tuple[str, date, date | None]]) -> None:
    """Raise LawDataError when two entries of one code hold on the same day."""
    seen: dict[str, list[tuple[date, date]]] = {}
    for code, start, end in spans:
        last = end or date.max
        for other_start, other_last in seen.setdefault(code, []):
            if start <= other_last and other_start <= last:
                raise LawDataError(f"{file}: entry {code!r}: field 'valid_from' overlaps another")
        seen[code].append((start, last))
