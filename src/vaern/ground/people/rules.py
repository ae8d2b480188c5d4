"""Who steps in for a role, and when the workplace is open. Plain Python on plain data."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import pairwise
from uuid import UUID

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

Hours = Mapping[str, Sequence[Sequence[str]]]


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


def is_open(local: datetime, hours: Hours, closed: Collection[date]) -> bool:
    """Is the workplace at work at ``local`` (its own wall clock)? The closing minute is outside."""
    if local.date() in closed:
        return False
    spans = hours.get(WEEKDAYS[local.weekday()], [])
    return any(
        time.fromisoformat(start) <= local.time() < time.fromisoformat(end) for start, end in spans
    )


def faults_in_hours(hours: Hours) -> list[str]:
    """Codes of the weekdays whose spans are not clock times in rising order."""
    return [day for day, spans in hours.items() if day not in WEEKDAYS or not _rising(spans)]


def _rising(spans: Sequence[Sequence[str]]) -> bool:
    try:
        times = [time.fromisoformat(text) for start, end in spans for text in (start, end)]
    except ValueError:
        return False
    return all(one < two for one, two in pairwise(times))


def is_cvr(text: str) -> bool:
    """A CVR number has 8 digits. Nothing more is checked: newer numbers need no check digit."""
    return len(text) == 8 and text.isascii() and text.isdecimal()
