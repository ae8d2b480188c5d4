"""Finding a unit by what somebody wrote: its name, or the whole way down to it."""

from collections.abc import Iterable

from vaern.ground.people.staff import Placed
from vaern.ground.people.unit_names import folded

Path = tuple[str, ...]
PARTING = ">"


class Several(Exception):
    """More than one unit has that name."""


class Twins(Exception):
    """More than one unit has that name, and in the same place."""


class UnitPaths:
    """The units there are and those the file adds; a path is the names below the topmost unit."""

    def __init__(self, tree: Iterable[Placed]) -> None:
        self.top = ""
        self.known: dict[Path, Placed] = {}
        self.twins: set[Path] = set()
        self.new: dict[Path, Path] = {}
        way: list[str] = []
        for placed in tree:
            way[placed.depth :] = [placed.unit.name]
            self.top = self.top or placed.unit.name
            path = _fold(way[1:])
            if path in self.known:
                self.twins.add(path)
            self.known[path] = placed

    def find(self, text: str) -> Path:
        """The folded path of the unit written as ``text``; an unknown one is noted as new.

        Raises :class:`Several` or :class:`Twins`.
        """
        path = self._find(text)
        if path in self.twins:
            raise Twins(text)
        return path

    def _find(self, text: str) -> Path:
        parts = [part.strip() for part in text.split(PARTING) if part.strip()]
        if len(parts) == 1:
            return self._by_name(parts[0])
        if parts and folded(parts[0]) == folded(self.top):
            parts = parts[1:]
        return self._add(tuple(parts))

    def _by_name(self, name: str) -> Path:
        if folded(name) == folded(self.top):
            return ()
        fits = {path for path in (*self.known, *self.new) if path[-1:] == (folded(name),)}
        if len(fits) > 1:
            raise Several(name)
        return fits.pop() if fits else self._add((name,))

    def _add(self, names: Path) -> Path:
        """Note the unit, and those on the way to it, as new where they are not there."""
        for depth in range(1, len(names) + 1):
            path = _fold(names[:depth])
            if path not in self.known and path not in self.new:
                if path[:-1] in self.twins:
                    raise Twins(names[depth - 2])
                self.new[path] = names[:depth]
        return _fold(names)


def _fold(names: Iterable[str]) -> Path:
    return tuple(folded(name) for name in names)
