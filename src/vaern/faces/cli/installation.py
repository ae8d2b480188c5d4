"""Making an installation and bringing it up to date: data folder, keys, database, styles."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import click

from vaern.faces.cli.key_making import make_folder, new_keys
from vaern.faces.cli.starting import django_set_up

Say = Callable[[str], None]


@dataclass(frozen=True)
class Place:
    """Where an installation lies: its data folder, and the file of each secret kept in one."""

    data: Path
    key_files: Mapping[str, Path]


def build(place: Place, say: Say) -> None:
    """Make what is missing, bring the rest up to date, and leave Django ready; safe to repeat."""
    _open(place, say)
    _prepare(place, say)


def build_demo(place: Place, say: Say) -> None:
    """The same for a demo, which never moves into an installation that somebody uses."""
    _open(place, say)
    from vaern.faces.cli import readiness

    noted = place.data / "mode"
    if not noted.exists() and not readiness.is_only_a_demo():
        raise click.ClickException(
            f"{place.data} holds a workplace that is not a demo. Choose another folder: "
            "VAERN_DATA=/another/folder."
        )
    noted.write_text("demo")  # so that later commands need no variables
    _prepare(place, say)


def demo_mode() -> str:
    """The mode of `vaern demo`: its own, or the tests'."""
    mode = os.environ.get("VAERN_MODE", "").strip() or "demo"
    if mode == "production":
        raise click.ClickException(
            "VAERN_MODE is production, and a demo lets anybody in. Leave VAERN_MODE out."
        )
    return mode


def _open(place: Place, say: Say) -> None:
    """Data folder, keys and Django, where the key fits the database."""
    make_folder(place.data)
    with new_keys(place.key_files) as made:
        django_set_up()
        from vaern.faces.cli import readiness

        readiness.database_answers()
        readiness.key_is_right()
    for path in made:
        say(f"Made {path}.")
    if place.key_files.get("VAERN_MASTER_KEY") in made:
        say("Keep a copy of the master key apart from the database: without it nothing opens.")


def _prepare(place: Place, say: Say) -> None:
    """Bring database and static files up to date, and close it all to other accounts."""
    from django.conf import settings
    from django.core.management import call_command

    from vaern.faces.cli import styles

    close_to_others(place)
    settings.VAERN_EVIDENCE.mkdir(parents=True, exist_ok=True, mode=0o700)
    say("Database …")
    call_command("migrate", verbosity=0, interactive=False)
    say("Styles and pictures …")
    styles.collect()
    _ensure_schedules()


def _ensure_schedules() -> None:
    """What the worker does by the clock."""
    from vaern.ground.audit import jobs as record
    from vaern.ground.notify import jobs as notices
    from vaern.ground.people import jobs as people
    from vaern.handle.cases import jobs as cases

    for jobs in (record, notices, people, cases):
        jobs.ensure_schedules()


def close_to_others(place: Place) -> None:
    """Nobody else on this machine may read the installation. Django must be set up."""
    from django.conf import settings

    from vaern.faces.cli import rights

    database = settings.DATABASES["default"]
    file = Path(database["NAME"]) if database["ENGINE"].endswith("sqlite3") else None
    rights.close(place.data, file, list(place.key_files.values()))


def check_before_serving(place: Place, host: str, say: Say) -> None:
    """What the server needs beyond what every command asks. Ends with what to do about it."""
    from django.db import connections

    from vaern.faces.cli import readiness
    from vaern.ground.audit.jobs import note_ends

    readiness.demo_stays_here(host)
    readiness.styles_are_current()
    close_to_others(place)
    if not readiness.has_a_workplace():
        say("There is no workplace yet: `vaern init --workplace NAME --admin E-MAIL`.")
    note_ends()
    connections.close_all()
