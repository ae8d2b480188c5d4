"""Finding a unit by what somebody wrote: its name, or the whole way down to it."""

from collections.abc import Iterable

from vaern.ground.people.staff import Placed

Path = tuple[str, ...]
PARTING = ">"


class Several(Exception):
    """More than one unit has that name."""


class UnitPaths:
    """The units there are and those the file adds; a path is the names below the topmost unit."""

    def __init__(self, tree: Iterable[Placed]) -> None:
        self.top = ""
        self.known: dict[Path, Placed] = {}
        self.new: dict[Path, Path] = {}
        way: list[str] = []
        for placed in tree:
            way[placed.depth :] = [placed.unit.name]
            self.top = self.top or placed.unit.name
            self.known[_fold(way[1:])] = placed

    def find(self, text: str) -> Path:
        """The folded path of the unit written as ``text``; an unknown one is noted as new."""
        parts = [part.strip() for part in text.split(PARTING) if part.strip()]
        if len(parts) == 1:
            return self._by_name(parts[0])
        if parts and parts[0].casefold() == self.top.casefold():
            parts = parts[1:]
        return self._add(tuple(parts))

    def _by_name(self, name: str) -> Path:
        if name.casefold() == self.top.casefold():
            return ()
        fits = {path for path in (*self.known, *self.new) if path[-1:] == (name.casefold(),)}
        if len(fits) > 1:
            raise Several(name)
        return fits.pop() if fits else self._add((name,))

    def _add(self, names: Path) -> Path:
        """Note the unit, and those on the way to it, as new where they are not there."""
        for depth in range(1, len(names) + 1):
            path = _fold(names[:depth])
            if path not in self.known and path not in self.new:
                self.new[path] = names[:depth]
        return _fold(names)


def _fold(names: Iterable[str]) -> Path:
    return tuple(name.casefold() for name in names)
