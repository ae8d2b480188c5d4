"""Reads the tables. The only file access in triage; each table is read once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """The table `name` (without .toml) as plain values; empty when there is none."""
    source = resources.files(__package__).joinpath(f"{name}.toml")
    if not source.is_file():
        return {}
    return tomllib.loads(source.read_text(encoding="utf-8"))


@cache
def lines(name: str) -> tuple[str, ...]:
    """The lines of the table `name` (without .txt); none when there is no such table."""
    source = resources.files(__package__).joinpath(f"{name}.txt")
    return tuple(source.read_text(encoding="utf-8").splitlines()) if source.is_file() else ()
