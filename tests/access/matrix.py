"""The matrix: for every address and everybody, what comes of asking. The data is matrix.toml."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.access.asking import SIGNED_OUT
from tests.access.episode import SAMPLES, Episode

DATA = Path(__file__).parent / "matrix.toml"
MAIL = "@mail"
"""In a body: a mail file that has not come in before."""
SEEN = {"ok", "login", "hidden", "goes", "alike", "no", "gone", "bad", "refused"}


@dataclass(frozen=True)
class Row:
    """One address asked for by one method.

    ``given`` names the thing each parameter of the route stands for, ``body`` what is sent;
    ``reads`` says that nobody's POST here changes anything.
    """

    name: str
    method: str
    given: Mapping[str, str]
    body: Mapping[str, Any]
    expected: Mapping[str, str]
    reads: bool = False

    def __str__(self) -> str:
        return f"{self.method} {self.name}"

    def does(self) -> bool:
        """Is there anybody whom it lets through?"""
        return bool({"ok", "goes"} & set(self.expected.values()))

    def ids(self, episode: Episode) -> dict[str, str]:
        """The parameters of the address, each standing for the real thing."""
        return {
            parameter: thing[1:] if thing.startswith("=") else episode.things[thing]
            for parameter, thing in self.given.items()
        }

    def hidden_ones(self) -> list[str]:
        """Parameters that stand for something that can be hidden, and not for a fixed word."""
        return [name for name, thing in self.given.items() if not thing.startswith("=")]

    def path(self, ids: Mapping[str, str]) -> str:
        return reverse(self.name, kwargs=dict(ids))

    def sent(self, episode: Episode) -> dict[str, Any]:
        """The body with ``{case}`` and the like filled in."""
        return {name: _filled(value, episode) for name, value in self.body.items()}


def _filled(value: Any, episode: Episode) -> Any:
    if isinstance(value, list):
        return [_filled(one, episode) for one in value]
    if value == MAIL:
        return SimpleUploadedFile("trussel.eml", (SAMPLES / "trussel.eml").read_bytes())
    return str(value).format(new=uuid4(), **episode.things, **_ids_of(episode))


def _ids_of(episode: Episode) -> dict[str, str]:
    return {f"id_{name}": str(person.pk) for name, person in episode.people.items()}


def who_asks() -> list[str]:
    """The columns, in the order of the data."""
    return [str(name) for name in _data()["who"]["columns"]]


def rows() -> list[Row]:
    """Every row of the matrix."""
    return list(_rows())


def _rows() -> Iterator[Row]:
    columns = who_asks()
    for name, entry in _data()["address"].items():
        for method in ("GET", "POST"):
            words = entry[method].split()
            assert len(words) == len(columns), f"{method} {name}: {len(words)} of {len(columns)}"
            assert set(words) <= SEEN, f"{method} {name}: {set(words) - SEEN}"
            yield Row(
                name=name,
                method=method,
                given=entry.get("with", {}),
                body=entry.get("body", {}) if method == "POST" else {},
                expected=dict(zip(columns, words, strict=True)),
                reads=method == "GET" or entry.get("reads", False),
            )


def names() -> set[str]:
    return set(_data()["address"])


def _data() -> dict[str, Any]:
    return tomllib.loads(DATA.read_text())


def insiders() -> set[str]:
    """Who may meet what stands in the case."""
    return {"rikke", "mads", "amina", "henrik"}


__all__ = ["SIGNED_OUT", "Row", "insiders", "names", "rows", "who_asks"]
