"""``vaern audit verify`` and its exit status."""

import pytest
from conftest import Cast
from django.db import connection

from vaern.faces.cli.tests.conftest import Vaern
from vaern.ground.audit.models import AuditHead, AuditRow


def test_a_whole_record_ends_with_zero(vaern: Vaern, cast: Cast) -> None:
    done = vaern("audit", "verify")
    assert done.exit_code == 0
    assert done.stdout.count("is whole") == 2


def test_a_moved_end_is_named(vaern: Vaern, cast: Cast) -> None:
    AuditHead.objects.filter(workplace=cast.workplace).update(seq=2)
    done = vaern("audit", "verify")
    assert done.exit_code == 1
    assert "Havneby Kommune: row" in done.stdout
    assert "Olgas Dyreklinik: the record is whole" in done.stdout


def test_a_changed_row_is_named(vaern: Vaern, cast: Cast) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("how the database is opened by force differs")
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for (name,) in cursor.fetchall():
            cursor.execute(f'DROP TRIGGER "{name}"')
    AuditRow.objects.filter(workplace=cast.workplace, seq=3).update(action="noget.andet")
    done = vaern("audit", "verify", "--workplace", "Havneby Kommune")
    assert done.exit_code == 1
    assert "row 3 is bad" in done.stdout
