"""Rows of the tables made into patterns. See docs/reference/triage.md for the notation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from sys import maxsize
from typing import Any

from .classes import Classes
from .pattern import Element, Pattern


class Grammar:
    """Makes patterns of one language's rows, with that language's classes."""

    def __init__(self, classes: Classes, language: str) -> None:
        self._classes = classes
        self._language = language

    def patterns(self, row: dict[str, Any]) -> Iterable[Pattern]:
        """The patterns of one row. A Danish line that opens with its subject is also turned."""
        for form in ("seq", "all"):
            for line in row.get(form, ()):
                yield self._pattern(row, line, form == "seq")
                turned = turn(line) if form == "seq" and self._language == "da" else ""
                if turned:
                    yield self._pattern(row, turned, True)

    def _pattern(self, row: dict[str, Any], line: str, ordered: bool) -> Pattern:
        elements = tuple(self._elements(line))
        return Pattern(
            kind=row.get("kind", ""),
            why=row.get("why", ""),
            weight=row.get("weight", 0.0),
            urgency=row.get("urgency", 0),
            elements=elements,
            # A search starts from the word that is rarest in ordinary text.
            anchor=min(range(len(elements)), key=lambda at: elements[at].met),
            ordered=ordered,
            within=row.get("within", 7),
            across=row.get("across", False),
            also=tuple(row.get("also", {}).items()),
            flags=frozenset(row.get("flags", ())),
            **self._bounds(row),
        )

    def _bounds(self, row: dict[str, Any]) -> dict[str, int]:
        """What makes a row's patterns no match, and the class a mark gives."""
        return {
            "barred": self._any(row.get("not", "").split()),
            "never": self._any(row.get("never", "").split()),
            "marks": self._classes.bit(f"{self._language}:{row.get('marks', '')}"),
            "most": row.get("most", maxsize),
        }

    def _elements(self, line: str) -> Iterable[Element]:
        gap = 0
        for part in line.split():
            if part.startswith(".."):
                gap = int(part[2:])
                continue
            names = part.lstrip("?").split("|")
            optional = part[0] == "?"
            bits = self._any(names)
            met = maxsize if optional else sum(self._met(name) for name in names)
            yield Element(bits, gap, optional, met)
            gap = 0

    def _met(self, name: str) -> int:
        form = f":{name[1:]}" if name.startswith("@") else f"={name}"
        return self._classes.met(f"{self._language}{form}")

    def _any(self, names: Iterable[str]) -> int:
        """The bits of the classes (@name) and words in `names`, either of which will do."""
        bits = 0
        for name in names:
            sign = ":" if name[0] == "@" else "="
            known = self._classes.bit(f"{self._language}{sign}{name.lstrip('@')}")
            if not known:
                raise KeyError(name)
            bits |= known
        return bits


def words_of(rows: Iterable[dict[str, Any]]) -> Iterator[str]:
    """The single words in the patterns of `rows`."""
    for row in rows:
        for line in (*row.get("seq", ()), *row.get("all", ())):
            for part in line.split():
                yield from (name for name in part.lstrip("?").split("|") if name[0] not in "@.")
        for barred in (row.get("not", ""), row.get("never", "")):
            yield from (name for name in barred.split() if name[0] != "@")


def turn(line: str) -> str:
    """The same pattern with the verb before its subject, as Danish has it after any other opening:
    "jeg smadrer dig" and "ellers smadrer jeg dig". "" when the pattern opens otherwise."""
    subject, _, rest = line.partition(" ")
    parts = rest.split()
    if subject not in ("@i", "@you") or len(parts) < 3:
        return ""
    verb, following = (parts[1], parts[2:]) if parts[0].startswith("..") else (parts[0], parts[1:])
    if verb.startswith("?") or not following:
        return ""
    if following[0].startswith(".."):
        following[0] = f"..{int(following[0][2:]) + 1}"
    return " ".join([verb, "..1", subject, *following])
