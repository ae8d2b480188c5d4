"""The migrations make the tables that the models describe, and each app has one last migration."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader


@pytest.mark.django_db
def test_every_change_of_a_model_has_its_migration() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.django_db
def test_no_two_migrations_came_at_the_same_time() -> None:
    assert MigrationLoader(connection).detect_conflicts() == {}
