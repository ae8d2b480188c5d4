"""Reading a staff list as Excel and its kin write it: semicolon, comma or tab, old code pages."""

import codecs
import csv
import io
from collections.abc import Iterator
from dataclasses import asdict, dataclass

MOST_BYTES = 2 * 1024 * 1024
MOST_ROWS = 5000

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
    """The file is no staff list; ``code`` is empty, no_name or too_many."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Row:
    """One line as it was written, trimmed; ``number`` is the line in the file, from 1."""

    number: int
    name: str = ""
    email: str = ""
    phone: str = ""
    title: str = ""
    unit: str = ""
    roles: str = ""
    deputy: str = ""

    def plain(self) -> dict[str, str | int]:
        """For the (sealed) session."""
        return asdict(self)


def read(data: bytes) -> list[Row]:
    """The rows of a staff list. Raises :class:`Unreadable`."""
    lines = csv.reader(io.StringIO(_decode(data), newline=""), delimiter=_delimiter(data))
    try:
        headings = [HEADINGS.get(_tidy(cell).casefold().rstrip("*:"), "") for cell in next(lines)]
    except (StopIteration, csv.Error):
        raise Unreadable("empty") from None
    if "name" not in headings and not {"first", "last"} <= set(headings):
        raise Unreadable("no_name")
    rows = list(_rows(lines, headings))
    if not rows:
        raise Unreadable("empty")
    if len(rows) > MOST_ROWS:
        raise Unreadable("too_many")
    return rows


def _rows(lines: Iterator[list[str]], headings: list[str]) -> Iterator[Row]:
    for cells in lines:
        named = {
            heading: _tidy(cell)
            for heading, cell in zip(headings, cells, strict=False)
            if heading and cell.strip()
        }
        if named:
            yield _row(lines.line_num, named)  # type: ignore[attr-defined]


def _row(number: int, cells: dict[str, str]) -> Row:
    whole = " ".join(filter(None, [cells.pop("first", ""), cells.pop("last", "")]))
    cells.setdefault("name", whole)
    return Row(number, **{**cells, "email": cells.get("email", "").lower()})


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


def _delimiter(data: bytes) -> str:
    """What parts the headings; the first line decides."""
    first = _decode(data).lstrip().partition("\n")[0]
    return max(";\t,", key=first.count)


def template() -> bytes:
    """An example to fill in, in the shape Danish Excel opens by a double click."""
    text = io.StringIO()
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerows(TEMPLATE)
    return codecs.BOM_UTF8 + text.getvalue().encode()
