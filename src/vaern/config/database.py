"""Which database, and how it must behave: what we acknowledge is on the disk."""

from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured

from vaern.config.environment import env

SQLITE = {
    "timeout": 30,
    "transaction_mode": "IMMEDIATE",
    "init_command": (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; "
        "PRAGMA cache_size=-16000; PRAGMA temp_store=MEMORY;"
    ),
}


def settings(data: Path) -> dict[str, Any]:
    """Django's ``DATABASES["default"]`` from ``DATABASE_URL``; SQLite in the data folder else."""
    try:
        found: dict[str, Any] = env.db("DATABASE_URL", default=f"sqlite:///{data}/vaern.sqlite3")
    except ValueError as error:
        raise ImproperlyConfigured(f"DATABASE_URL cannot be read: {error}") from error
    engine = found.get("ENGINE", "")
    if engine.endswith("sqlite3"):
        return {**found, "OPTIONS": SQLITE}
    if engine.endswith("postgresql"):
        return {**found, "CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
    raise ImproperlyConfigured(
        "DATABASE_URL must start with postgres:// or sqlite:///. Leave it out to use SQLite."
    )
