"""Founding Havneby Kommune: its units, its people, who has which role, who is away."""

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

from django_scopes import scope

from vaern.ground.people import actions
from vaern.ground.people.models import Person, RoleCode, Unit, Workplace

Row = dict[str, Any]


@cache
def data() -> Row:
    """The workplace as its file tells it."""
    text = (files(__package__) / "data" / "havneby.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def address(name: str) -> str:
    """Rikke Lund has rikke.lund@havneby.example."""
    plain = name.lower().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    return f"{plain.replace(' ', '.')}@{data()['workplace']['domain']}"


@dataclass(frozen=True)
class Staff:
    """Everybody at the demo workplace, by name."""

    workplace: Workplace
    people: dict[str, Person]
    units: dict[str, Unit]

    @property
    def top(self) -> Unit:
        return self.units[data()["unit"][0]["name"]]


def found(password: str, on: date) -> Staff:
    """Found the workplace with all its people; those who sign in get ``password``."""
    settings = {k: v for k, v in data()["workplace"].items() if k != "domain"}
    workplace = actions.found_workplace(is_demo=True, **settings)
    with scope(workplace=workplace):
        staff = Staff(workplace, {}, {})
        _add_units(staff)
        _add_people(staff, password)
        _give_roles(staff)
        _note_absences(staff, on)
    return staff


def _add_units(staff: Staff) -> None:
    first, *others = (row["name"] for row in data()["unit"])
    top = Unit.objects.get(workplace=staff.workplace, parent=None)
    staff.units[first] = top
    for name in others:
        staff.units[name] = actions.add_unit(
            workplace=staff.workplace, name=name, parent=top, by=None
        )


def _add_people(staff: Staff, password: str) -> None:
    keys = {row["who"] for row in data()["sign_in"]}
    for row in (row for unit in data()["unit"] for row in unit["people"]):
        name = row["name"]
        staff.people[name] = actions.add_person(
            workplace=staff.workplace,
            name=name,
            email=address(name),
            password=password if name in keys else None,
            title=row["title"],
            phone=row.get("phone", ""),
            language=row.get("language", "da"),
            by=None,
        )


def _give_roles(staff: Staff) -> None:
    for unit in data()["unit"]:
        for row in unit["people"]:
            _give(staff, {"who": row["name"], "code": RoleCode.EMPLOYEE}, unit["name"])
            if "role" in row:
                _give(staff, {**row, "who": row["name"], "code": row["role"]}, unit["name"])
    for row in data()["role"]:
        _give(staff, row, staff.top.name)


def _give(staff: Staff, row: Row, unit: str) -> None:
    actions.give_role(
        person=staff.people[row["who"]],
        unit=staff.units[unit],
        code=row["code"],
        deputy=staff.people[row["deputy"]] if "deputy" in row else None,
        by=None,
    )


def _note_absences(staff: Staff, on: date) -> None:
    for row in data()["absence"]:
        first, last = (on + timedelta(days=row[day]) for day in ("first", "last"))
        actions.set_absence(
            person=staff.people[row["who"]], first_day=first, last_day=last, by=None
        )
