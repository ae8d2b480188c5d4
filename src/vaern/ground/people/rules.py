"""Who acts for a role, and how hours are written. Plain Python on plain data."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import time
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Given:
    """A role as given: who has it in which unit, and who stands in for them."""

    role: UUID
    unit: UUID
    person: UUID
    deputy: UUID | None = None


@dataclass(frozen=True, slots=True)
class Chosen:
    """Who acts for a role today: ``owner``, and ``deputy`` when one is there to step in."""

    owner: UUID
    deputy: UUID | None
    role: UUID


def chain(unit: UUID, parents: Mapping[UUID, UUID | None]) -> list[UUID]:
    """``unit`` and the units above it, nearest first; a broken tree never loops."""
    found: list[UUID] = []
    at: UUID | None = unit
    while at is not None and at not in found:
        found.append(at)
        at = parents.get(at)
    return found


def choose(
    units: Iterable[UUID],
    given: Collection[Given],
    away: Collection[UUID],
    excluded: Collection[UUID],
) -> Chosen | None:
    """The nearest holder up the tree; nobody in ``away`` or ``excluded`` is ever chosen.

    In one unit a holder who is present comes before a deputy. A deputy steps in for who is away,
    never for who is excluded: somebody in conflict of interest has no say through a stand-in.
    """
    for unit in units:
        here = [one for one in given if one.unit == unit and one.person not in excluded]
        present = [one for one in here if one.person not in away]
        if present:
            first = present[0]
            return Chosen(first.person, _stand_in(first, away, excluded), first.role)
        for one in here:
            stand_in = _stand_in(one, away, excluded)
            if stand_in is not None:
                return Chosen(stand_in, None, one.role)
    return None


def _stand_in(given: Given, away: Collection[UUID], excluded: Collection[UUID]) -> UUID | None:
    unusable = {None, given.person, *away, *excluded}
    return None if given.deputy in unusable else given.deputy


def above(units: Sequence[UUID], led: Collection[UUID]) -> Sequence[UUID]:
    """Of a chain of units, those above the topmost one in ``led``; all when none is led."""
    places = [place for place, unit in enumerate(units) if unit in led]
    return units[max(places) + 1 :] if places else units


def makes_a_circle(unit: UUID, parent: UUID | None, parents: Mapping[UUID, UUID | None]) -> bool:
    """Would ``unit`` below ``parent`` make a unit stand below itself?"""
    return parent is not None and unit in chain(parent, parents)


def read_spans(text: str) -> list[list[str]]:
    """A day's hours as written, ``8-12, 12.30-16``, as ``[["08:00", "12:00"], …]``; "" is off.

    A span may run past midnight. Raises ValueError where it is no such thing.
    """
    parts = [part for part in text.replace(" ", "").split(",") if part]
    spans = [[_clock(end) for end in _pair(part)] for part in parts]
    if any(start in (end, "24:00") for start, end in spans):
        raise ValueError(text)
    starts = [start for start, _ in spans]
    ends = [end for start, end in spans[:-1] if end > start]
    if len(ends) < len(spans) - 1 or any(e > s for e, s in zip(ends, starts[1:], strict=True)):
        raise ValueError(text)
    return spans


def write_spans(spans: Sequence[Sequence[str]]) -> str:
    """The text :func:`read_spans` reads back."""
    return ", ".join(f"{start}-{end}".replace(":", ".") for start, end in spans)


def _pair(part: str) -> list[str]:
    pair = part.replace("\N{EN DASH}", "-").split("-")
    if len(pair) != 2:
        raise ValueError(part)
    return pair


def _clock(text: str) -> str:
    hour, _, minute = text.replace(".", ":").partition(":")
    if not (hour.isdecimal() and (minute or "00").isdecimal() and len(minute) in {0, 2}):
        raise ValueError(text)
    found = f"{int(hour):02}:{minute or '00'}"
    return found if found == "24:00" else time.fromisoformat(found).isoformat("minutes")


def is_cvr(text: str) -> bool:
    """A CVR number has 8 digits. Nothing more is checked: newer numbers need no check digit."""
    return len(text) == 8 and text.isascii() and text.isdecimal()


def is_phone(text: str) -> bool:
    """Something to call: 2 to 20 digits, with spaces, + ( ) and - as one likes to write them."""
    digits = sum(sign.isdecimal() for sign in text)
    return 2 <= digits <= 20 and re.fullmatch(r"[0-9 +()-]*", text) is not None
