"""A key that does not belong to the database is told apart before it does any harm."""

import base64
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.house import House, house


@pytest.fixture(scope="module")
def home() -> Iterator[House]:
    with house(seed=False) as made:
        asked = ("--workplace", "Byens Bibliotek", "--admin", "lis@bibliotek.example")
        assert made.vaern("init", *asked).returncode == 0
        yield made


@pytest.fixture
def key(home: House) -> Iterator[Path]:
    """The file of the master key, put back afterwards."""
    file = home.data / "keys" / "master.key"
    right = file.read_text()
    yield file
    file.write_text(right)


@pytest.mark.parametrize("words", [["case", "list"], ["audit", "verify"], ["serve"], ["init"]])
def test_every_command_stops_at_a_wrong_key(home: House, key: Path, words: list[str]) -> None:
    key.write_text(base64.b64encode(os.urandom(32)).decode())
    more = ["--port", str(home.port)] if words == ["serve"] else []
    done = home.vaern(*words, *more)
    assert done.returncode == 1
    assert "does not open this database" in done.stderr
    assert "Traceback" not in done.stderr


def test_no_new_key_is_made_where_one_was_lost(home: House, key: Path) -> None:
    right = key.read_text()
    key.unlink()
    done = home.vaern("init")
    assert done.returncode == 1
    assert "Put your copy of the right key back" in done.stderr
    assert "Ready" not in done.stderr
    assert not key.exists()
    key.write_text(right)
    assert "is whole" in home.vaern("audit", "verify").stdout


def test_a_key_is_made_where_its_file_is_to_be(tmp_path: Path) -> None:
    file = tmp_path / "etc" / "master.key"
    with house("sqlite", seed=False, VAERN_MASTER_KEY_FILE=str(file)) as made:
        assert len(base64.b64decode(file.read_text())) == 32
        assert file.stat().st_mode & 0o777 == 0o600
        assert [one.name for one in (made.data / "keys").iterdir()] == ["secret.key"]
        assert "Ready" in made.vaern("init").stderr


def test_no_key_is_left_behind_when_the_settings_are_wrong(tmp_path: Path) -> None:
    with house("sqlite", seed=False) as made:
        made.env |= {"VAERN_DATA": str(tmp_path / "data"), "VAERN_SMTP_URL": "nonsense"}
        done = made.vaern("init")
        assert done.returncode == 1
        assert "VAERN_SMTP_URL" in done.stderr
        assert list((tmp_path / "data" / "keys").iterdir()) == []


def test_a_database_that_is_away_is_said_in_plain_words(tmp_path: Path) -> None:
    with house("sqlite", seed=False) as made:
        made.env |= {"DATABASE_URL": "postgres://vaern:hemmelig@127.0.0.1:1/vaern"}
        for words in (["init"], ["case", "list"], ["serve", "--port", str(made.port)]):
            done = made.vaern(*words)
            assert done.returncode == 1
            assert "The database does not answer" in done.stderr
            assert "Traceback" not in done.stderr
            assert "hemmelig" not in done.stderr
