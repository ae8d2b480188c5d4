"""Which database: what cannot be one is refused, and a password is never quoted."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from vaern.config import database


@pytest.mark.parametrize(
    "url",
    [
        "postgres://vaern:hem/melig@db/vaern",
        "postgres://vaern:hemmelig@db:abc/vaern",
        "postgres://",
        "mysql://vaern:hemmelig@db/vaern",
        "hemmelig",
        "sqlite:///vaern.sqlite3",
        "sqlite://:memory:",
    ],
)
def test_what_is_no_database_is_refused(
    monkeypatch: pytest.MonkeyPatch, bare: Path, url: str
) -> None:
    monkeypatch.setenv("DATABASE_URL", url)
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL") as error:
        database.settings(bare)
    assert "hem" not in str(error.value)


def test_left_out_it_lies_in_the_data_folder_whatever_that_is_called(tmp_path: Path) -> None:
    odd = tmp_path / "a+b%20c?"
    assert database.settings(odd)["NAME"] == str(odd / "vaern.sqlite3")


def test_postgresql_is_not_waited_for_for_ever(monkeypatch: pytest.MonkeyPatch, bare: Path) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://vaern:p@db:5432/vaern?sslmode=require")
    found = database.settings(bare)
    assert found["OPTIONS"] == {"connect_timeout": 10, "sslmode": "require"}
