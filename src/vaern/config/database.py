"""Which database, and how it must behave: what we acknowledge is on the disk."""

from pathlib import Path
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured

from vaern.config import environment

SQLITE = {
    "timeout": 30,
    "transaction_mode": "IMMEDIATE",
    "init_command": (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; "
        "PRAGMA cache_size=-16000; PRAGMA temp_store=MEMORY;"
    ),
}
POSTGRES = {"connect_timeout": 10}
FORMS = "postgres://user:password@host:5432/name, or sqlite:////folder/file with four slashes"


def settings(data: Path) -> dict[str, Any]:
    """Django's ``DATABASES["default"]`` from ``DATABASE_URL``; SQLite in the data folder else."""
    url = environment.text("DATABASE_URL")
    if not url:
        return _sqlite({"ENGINE": "django.db.backends.sqlite3"}, data / "vaern.sqlite3")
    found = _parts(url)
    engine, name = found.get("ENGINE", ""), str(found.get("NAME", ""))
    if engine.endswith("sqlite3") and name.startswith("/"):
        return _sqlite(found, Path(name))
    if engine.endswith("postgresql") and name:
        more = {"OPTIONS": POSTGRES | found.get("OPTIONS", {})}
        return {**found, **more, "CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
    raise ImproperlyConfigured(f"DATABASE_URL must be {FORMS}. Leave it out to use SQLite.")


def _sqlite(found: dict[str, Any], file: Path) -> dict[str, Any]:
    return {**found, "NAME": str(file), "OPTIONS": SQLITE}


def _parts(url: str) -> dict[str, Any]:
    """The address taken apart. What is wrong with it is said without quoting the password."""
    if not url.startswith(("postgres", "pgsql", "psql", "sqlite")):
        return {}
    try:
        found: dict[str, Any] = environ.Env.db_url_config(url)
    except ValueError as error:
        raise ImproperlyConfigured(
            f"DATABASE_URL cannot be read. Write {FORMS}, and in user and password write "
            "%2F for /, %3A for :, %40 for @, %23 for #, %3F for ?."
        ) from error
    return found
