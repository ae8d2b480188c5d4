"""Is the installation fit to be used? Asked at the start of every command and of the server."""

import click
from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.db import DatabaseError, connection, models
from django.db.migrations.executor import MigrationExecutor
from django_scopes import scopes_disabled

from vaern.faces.cli import styles
from vaern.faces.cli.starting import away
from vaern.ground.people.models import Workplace
from vaern.ground.vault.fitting import key_fits
from vaern.ground.vault.models import DataKey

LOOPBACK = {"127.0.0.1", "localhost", "::1"}


def check() -> None:
    """Stop unless the database answers, is up to date, and was sealed with our master key."""
    database_answers()
    key_is_right()
    database_is_up_to_date()


def database_answers() -> None:
    try:
        connection.ensure_connection()
    except DatabaseError as error:
        raise click.ClickException(away(error)) from error


def key_is_right() -> None:
    """A wrong key opens nothing, and would damage the record for good by sealing new rows."""
    if not _is_there(DataKey) or key_fits():
        return
    raise click.ClickException(
        "The master key does not open this database: its workplaces were sealed with another key. "
        "Nothing was changed. Put your copy of the right key back (VAERN_MASTER_KEY, "
        "VAERN_MASTER_KEY_FILE, or keys/master.key in VAERN_DATA), or point VAERN_DATA and "
        "DATABASE_URL to the database that belongs to this key. Without the right key nothing "
        "can be read by anyone."
    )


def database_is_up_to_date() -> None:
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise click.ClickException(
            "The database is not up to date with this version of Værn. Back it up, then run "
            "`vaern init`."
        )


def styles_are_current() -> None:
    if not styles.are_current(staticfiles_storage):
        raise click.ClickException(
            "The styles and scripts of the web pages are missing or of another version. "
            "Run `vaern init`."
        )


def demo_stays_here(host: str) -> None:
    if settings.VAERN_MODE == "demo" and host not in LOOPBACK:
        raise click.ClickException(
            f"A demo lets anybody in without a password, so it cannot listen on {host}. "
            "Leave --host out."
        )


def is_only_a_demo() -> bool:
    """Is there no workplace but the invented one?"""
    if not _is_there(Workplace):
        return True
    with scopes_disabled():
        return not Workplace.objects.filter(is_demo=False).exists()


def has_a_workplace() -> bool:
    with scopes_disabled():
        return Workplace.objects.exists()


def _is_there(model: type[models.Model]) -> bool:
    return model._meta.db_table in connection.introspection.table_names()
