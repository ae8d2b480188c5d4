"""``vaern case``: neutral and recorded."""

import json

import pytest
from conftest import Cast

from vaern.faces.cli.tests.conftest import Vaern
from vaern.faces.cli.tests.test_import import HAVNEBY, THREAT
from vaern.ground.audit.models import AuditRow

BRIEF = [
    "case", "state", "urgency", "severity", "kinds", "regime", "unit", "opened_at", "closed_at",
    "outcome", "joined_into", "next_due_at", "steps",
]  # fmt: skip


@pytest.fixture
def threatened(vaern: Vaern, cast: Cast) -> str:
    """The reference of a case about the sample threat."""
    done = vaern("import", "--json", *HAVNEBY, THREAT)
    reference: str = json.loads(done.stdout)["case"]
    return reference


def test_the_list_has_the_documented_keys(vaern: Vaern, threatened: str) -> None:
    done = vaern("case", "list", "--json", *HAVNEBY)
    [row] = json.loads(done.stdout)
    assert list(row) == BRIEF
    assert row["case"] == threatened
    assert row["steps"]["open"] > 5


def test_a_case_is_shown_with_its_steps(vaern: Vaern, threatened: str) -> None:
    done = vaern("case", "show", threatened, "--json", *HAVNEBY)
    row = json.loads(done.stdout)
    assert list(row) == [*BRIEF, "tasks"]
    police = next(task for task in row["tasks"] if task["step"] == "police")
    assert police["statutory"] is True
    assert police["has_owner"] is True


def test_neither_names_anybody_nor_quotes(vaern: Vaern, threatened: str) -> None:
    shown = vaern("case", "show", threatened, *HAVNEBY).stdout
    shown += vaern("case", "show", threatened, "--json", *HAVNEBY).stdout
    for word in ("Rikke", "Mads", "Kenneth", "kniv", "Fjordvænget", "postkasse"):
        assert word not in shown


def test_looking_is_recorded(vaern: Vaern, cast: Cast, threatened: str) -> None:
    vaern("case", "list", *HAVNEBY)
    vaern("case", "show", threatened, *HAVNEBY)
    told = AuditRow.objects.filter(actor="").values_list("action", flat=True)
    assert {"case.listed", "case.viewed_by_command"} <= set(told)


@pytest.mark.parametrize("reference", ["2026-9999", "sag", "", "2026-", "-1", "²-³"])
def test_an_unknown_reference_says_where_to_look(vaern: Vaern, cast: Cast, reference: str) -> None:
    done = vaern("case", "show", "--", reference)
    assert done.exit_code != 0
    done = vaern("case", "show", *HAVNEBY, "--", reference)
    assert "vaern case list" in done.stderr


def test_no_case_is_no_error(vaern: Vaern, cast: Cast) -> None:
    assert json.loads(vaern("case", "list", "--json", *HAVNEBY).stdout) == []
