"""Reading a staff list as Excel and its kin write it: semicolon, comma or tab, old code pages."""

import codecs
import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass

MOST_BYTES = 2 * 1024 * 1024
MOST_ROWS = 5000
UNREAD = "\N{REPLACEMENT CHARACTER}"

HEADINGS = {
    "navn": "name",
    "name": "name",
    "fornavn": "first",
    "first name": "first",
    "efternavn": "last",
    "last name": "last",
    "e-mail": "email",
    "email": "email",
    "mail": "email",
    "e-mailadresse": "email",
    "telefon": "phone",
    "tlf": "phone",
    "mobil": "phone",
    "phone": "phone",
    "stilling": "title",
    "titel": "title",
    "title": "title",
    "afdeling": "unit",
    "enhed": "unit",
    "unit": "unit",
    "department": "unit",
    "rolle": "roles",
    "roller": "roles",
    "role": "roles",
    "roles": "roles",
    "stedfortræder": "deputy",
    "deputy": "deputy",
}
TEMPLATE = (
    ("Navn", "E-mail", "Telefon", "Stilling", "Afdeling", "Rolle", "Stedfortræder"),
    ("Rikke Lund", "rikke.lund@havneby.example", "", "Sagsbehandler", "Borgerservice", "", ""),
    (
        "Mads Holm",
        "mads.holm@havneby.example",
        "55 55 01 10",
        "Afdelingsleder",
        "Borgerservice",
        "Leder",
        "rikke.lund@havneby.example",
    ),
    ("Amina Yusuf", "amina.yusuf@havneby.example", "", "", "Borgerservice", "AMR", ""),
    ("Søren Krag", "", "", "Pedel", "Teknik > Bygninger", "", ""),
)


class Unreadable(Exception):
    """The file is no staff list: empty, no_name, unknown, twice, broken or too_many.

    ``where`` names the columns, or the line, that ``code`` is about.
    """

    def __init__(self, code: str, where: str = "") -> None:
        super().__init__(code, where)
        self.code, self.where = code, where


@dataclass(frozen=True, slots=True)
class Row:
    """One line as it was written, trimmed; ``number`` is the line in the file, from 1.

    ``fault``: ``cells`` (more or fewer than the headings) or ``letters`` (some cannot be read).
    """

    number: int
    name: str = ""
    email: str = ""
    phone: str = ""
    title: str = ""
    unit: str = ""
    roles: str = ""
    deputy: str = ""
    fault: str = ""

    def plain(self) -> dict[str, str | int]:
        """For the (sealed) session."""
        return asdict(self)


def read(data: bytes) -> list[Row]:
    """The rows of a staff list. Raises :class:`Unreadable`."""
    said, rest = _said_delimiter(_decode(data))
    lines = csv.reader(
        io.StringIO(rest, newline=""), delimiter=said or _delimiter(rest), strict=True
    )
    try:
        headings = _headings(next(lines))
        rows = list(_rows(lines, headings, 1 if said else 0))
    except StopIteration:
        raise Unreadable("empty") from None
    except csv.Error:
        raise Unreadable("broken", str(lines.line_num + bool(said))) from None
    if not rows:
        raise Unreadable("empty")
    if len(rows) > MOST_ROWS:
        raise Unreadable("too_many")
    return rows


def _headings(cells: list[str]) -> list[str]:
    """What each column is. Every one must be known: a column we pass over would be lost unseen."""
    written = [_tidy(cell).rstrip("*:").strip() for cell in cells]
    while written and not written[-1]:
        written.pop()
    found = [HEADINGS.get(name.casefold(), "") for name in written]
    if "name" not in found and not {"first", "last"} <= set(found):
        raise Unreadable("no_name")
    unknown = [name or f"nr. {at}" for at, name in enumerate(written, 1) if not found[at - 1]]
    if unknown:
        raise Unreadable("unknown", ", ".join(unknown))
    twice = [name for at, name in enumerate(written) if found[at] in found[:at]]
    if twice or ("name" in found and {"first", "last"} & set(found)):
        raise Unreadable("twice", ", ".join(twice or ["Navn"]))
    return found


def _rows(lines: Iterable[list[str]], headings: list[str], before: int) -> Iterator[Row]:
    for cells in lines:
        if any(cell.strip() for cell in cells):
            number = lines.line_num + before  # type: ignore[attr-defined]
            yield _row(number, [_tidy(cell) for cell in cells], headings)


def _row(number: int, cells: list[str], headings: list[str]) -> Row:
    named = dict(zip(headings, cells, strict=False))
    parts = [named.pop("first", ""), named.pop("last", "")]
    named.setdefault("name", " ".join(filter(None, parts)))
    wrong = len(cells) < len(headings) or any(cells[len(headings) :])
    fault = "cells" if wrong else "letters" if UNREAD in "".join(cells) else ""
    return Row(number, **{**named, "email": named.get("email", "").lower(), "fault": fault})


def _tidy(cell: str) -> str:
    return " ".join(cell.replace("\N{NO-BREAK SPACE}", " ").replace("\x00", "").split())


def _decode(data: bytes) -> str:
    """UTF-8 with or without a mark, UTF-16 with one, else Windows-1252 as Excel saves it."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _said_delimiter(text: str) -> tuple[str, str]:
    """What Excel's own first line ``sep=;`` says, and the text after it; "" where it is not there."""
    first, _, rest = text.partition("\n")
    said = re.fullmatch(r'"?sep=([;,\t])"?[;,\t]*', first.strip("\r "), re.IGNORECASE)
    return (said[1], rest) if said else ("", text)


def _delimiter(text: str) -> str:
    """What parts the headings; the first line decides."""
    first = text.partition("\n")[0]
    return max(";\t,", key=first.count)


def template() -> bytes:
    """An example to fill in, in the shape Danish Excel opens by a double click."""
    text = io.StringIO()
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerows(TEMPLATE)
    return codecs.BOM_UTF8 + text.getvalue().encode()
