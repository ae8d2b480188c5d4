"""The cast: Rikke reports, Mads leads her unit, Amina is AMR, Henrik is HR and case handler,
Karen administers, Olga belongs to another workplace and must see nothing."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django_scopes import scope

from vaern.ground.people import actions
from vaern.ground.people.models import Person, RoleCode, Unit, Workplace


@dataclass(frozen=True)
class Cast:
    """Everybody a test needs, in a municipality with one department (Borgerservice)."""

    workplace: Workplace
    top: Unit
    unit: Unit
    rikke: Person
    mads: Person
    amina: Person
    henrik: Person
    karen: Person
    jonas: Person
    olga: Person


def _member(workplace: Workplace, name: str, email: str) -> Person:
    return actions.add_person(workplace=workplace, name=name, email=email, by=None)


def make_cast() -> Cast:
    """Build the cast in the database, with the scope of Havneby open."""
    havneby = actions.found_workplace(
        name="Havneby Kommune", cvr="12345678", public_service=True, acute_phone="55 55 01 12"
    )
    with scope(workplace=havneby):
        top = Unit.objects.get(parent=None)
        unit = actions.add_unit(workplace=havneby, name="Borgerservice", parent=top, by=None)
        people = {
            "rikke": _member(havneby, "Rikke Lund", "rikke.lund@havneby.example"),
            "mads": _member(havneby, "Mads Holm", "mads.holm@havneby.example"),
            "amina": _member(havneby, "Amina Yusuf", "amina.yusuf@havneby.example"),
            "henrik": _member(havneby, "Henrik Dam", "henrik.dam@havneby.example"),
            "karen": _member(havneby, "Karen Toft", "karen.toft@havneby.example"),
            "jonas": _member(havneby, "Jonas Bæk", "jonas.baek@havneby.example"),
        }
        roles = [
            ("rikke", unit, RoleCode.EMPLOYEE),
            ("jonas", unit, RoleCode.EMPLOYEE),
            ("mads", unit, RoleCode.MANAGER),
            ("amina", unit, RoleCode.AMR),
            ("henrik", top, RoleCode.HR),
            ("karen", top, RoleCode.ADMINISTRATOR),
        ]
        for who, where, code in roles:
            actions.give_role(person=people[who], unit=where, code=code, by=None)
    other = actions.found_workplace(name="Olgas Dyreklinik", cvr="87654321")
    with scope(workplace=other):
        olga = _member(other, "Olga Vind", "olga.vind@dyreklinik.example")
        where = Unit.objects.get(parent=None)
        for code in (RoleCode.HR, RoleCode.MANAGER, RoleCode.ADMINISTRATOR):
            actions.give_role(person=olga, unit=where, code=code, by=None)
    return Cast(workplace=havneby, top=top, unit=unit, olga=olga, **people)


@pytest.fixture(scope="session", autouse=True)
def emptied_by_force() -> Iterator[None]:
    """Between tests that commit, Django empties all tables with TRUNCATE: the record forbids it."""
    from django.db import connection
    from django.db.backends.base.operations import BaseDatabaseOperations as Operations

    guard = "ALTER TABLE audit_auditrow {} TRIGGER audit_no_truncate"
    plain = Operations.execute_sql_flush

    def by_force(self: Operations, statements: list[str]) -> None:
        plain(self, [guard.format("DISABLE"), *statements, guard.format("ENABLE")])

    with pytest.MonkeyPatch.context() as patch:
        if connection.vendor == "postgresql":
            patch.setattr(Operations, "execute_sql_flush", by_force)
        yield


@pytest.fixture
def cast(db: None) -> Iterator[Cast]:
    """The cast, inside the scope of Havneby Kommune."""
    made = make_cast()
    with scope(workplace=made.workplace):
        yield made


@pytest.fixture
def as_person() -> Callable[[Person], Client]:
    """A signed-in client: ``as_person(cast.rikke).get(...)``."""

    def sign_in(person: Person) -> Client:
        client = Client()
        assert person.user is not None
        client.force_login(
            person.user, backend="allauth.account.auth_backends.AuthenticationBackend"
        )
        return client

    return sign_in


@pytest.fixture(autouse=True)
def own_folder(settings: Any, tmp_path: Path) -> Iterator[None]:
    """Every test keeps its files in a folder of its own, and starts with no rate-limit history."""
    settings.VAERN_EVIDENCE = tmp_path / "evidence"
    settings.VAERN_AUDIT_ANCHOR = tmp_path / "audit-anchor"
    cache.clear()
    yield
    shutil.rmtree(tmp_path, ignore_errors=True)


@pytest.fixture
def file_database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[None]:
    """For tests with several threads: SQLite in a file, as it is in real life.

    The test database is otherwise in memory, where threads share one connection's fate.
    """
    from django.core.management import call_command
    from django.db import connections

    connection = connections["default"]
    if connection.vendor != "sqlite":
        yield
        return
    before, in_memory = dict(connection.settings_dict), connection.connection
    connection.settings_dict["NAME"] = str(tmp_path / "threads.sqlite3")
    connection.connection = None
    call_command("migrate", verbosity=0)
    yield
    connection.close()
    connection.settings_dict.update(before)
    connection.connection = in_memory  # it lives as long as somebody holds it
