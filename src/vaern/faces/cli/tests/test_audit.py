"""``vaern audit verify`` and its exit status."""

import json
from typing import get_args

import pytest
from conftest import Cast
from django.db import connection

from vaern.faces.cli.auditing import WHY
from vaern.faces.cli.tests.conftest import Vaern
from vaern.ground.audit import rules
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


def test_the_json_names_workplace_rows_and_fault(vaern: Vaern, cast: Cast) -> None:
    AuditHead.objects.filter(workplace=cast.workplace).update(seq=2)
    done = vaern("audit", "verify", "--json")
    bad, good = (json.loads(line) for line in sorted(done.stdout.splitlines(), reverse=True))
    if bad["whole"]:
        bad, good = good, bad
    assert done.exit_code == 1
    assert (good["name"], good["whole"], good["fault"]) == ("Olgas Dyreklinik", True, None)
    assert bad["workplace"] == str(cast.workplace.pk)
    assert (bad["rows"], bad["fault"]["row"], bad["fault"]["code"]) == (2, 3, "head_not_ours")
    assert list(bad) == ["workplace", "name", "whole", "rows", "fault", "noted"]


def test_it_notes_how_far_the_record_goes(vaern: Vaern, cast: Cast) -> None:
    words = ("audit", "verify", "--json", "--workplace", "Havneby Kommune")
    assert json.loads(vaern(*words).stdout)["noted"] is None
    again = json.loads(vaern(*words).stdout)
    assert again["noted"] == again["rows"]


def test_every_fault_has_words() -> None:
    assert set(WHY) == set(get_args(rules.Why))
