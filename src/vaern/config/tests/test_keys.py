"""The two secrets: where they lie, and that nothing else is taken for one."""

import base64
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from vaern.config import keys

KEY = base64.b64encode(bytes(range(32))).decode()


def test_they_lie_in_the_data_folder_unless_said_otherwise(
    monkeypatch: pytest.MonkeyPatch, bare: Path
) -> None:
    assert keys.files() == {
        "VAERN_MASTER_KEY": bare / "keys" / "master.key",
        "VAERN_SECRET_KEY": bare / "keys" / "secret.key",
    }
    monkeypatch.setenv("VAERN_MASTER_KEY_FILE", "/etc/vaern/master.key")
    monkeypatch.setenv("VAERN_SECRET_KEY", "x" * 40)
    assert keys.files() == {"VAERN_MASTER_KEY": Path("/etc/vaern/master.key")}


def test_an_empty_file_does_not_give_way_to_another_key(
    monkeypatch: pytest.MonkeyPatch, bare: Path, tmp_path: Path
) -> None:
    (bare / "keys").mkdir()
    (bare / "keys" / "master.key").write_text(KEY)
    assert keys.master_key() == bytes(range(32))
    empty = tmp_path / "empty.key"
    empty.touch()
    monkeypatch.setenv("VAERN_MASTER_KEY_FILE", str(empty))
    with pytest.raises(ImproperlyConfigured, match=r"empty\.key is empty"):
        keys.master_key()


def test_a_missing_key_says_to_make_it_or_put_it_back(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for file in ("", str(tmp_path / "nowhere.key")):
        monkeypatch.setenv("VAERN_MASTER_KEY_FILE", file)
        with pytest.raises(ImproperlyConfigured, match=r"vaern init.*put your copy"):
            keys.master_key()


@pytest.mark.parametrize("text", ["short", "æøå", KEY[:-4], KEY + KEY])
def test_what_is_no_key_is_refused(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setenv("VAERN_MASTER_KEY", text)
    with pytest.raises(ImproperlyConfigured, match="32 bytes"):
        keys.master_key()


def test_a_secret_key_that_can_be_guessed_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VAERN_SECRET_KEY", "hemmelig")
    with pytest.raises(ImproperlyConfigured, match="too short"):
        keys.secret_key()
