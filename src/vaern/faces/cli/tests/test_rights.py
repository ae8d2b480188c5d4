"""Nobody else on the machine reads what the installation holds."""

from pathlib import Path

import pytest

from vaern.faces.cli import rights


def mode(path: Path) -> str:
    return f"{path.stat().st_mode & 0o777:o}"


def test_what_was_open_is_closed_and_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data, keys = tmp_path / "data", tmp_path / "data" / "keys"
    keys.mkdir(parents=True, mode=0o755)
    database, key = data / "vaern.sqlite3", keys / "master.key"
    for file in (database, Path(f"{database}-wal"), key):
        file.touch(0o644)
    rights.close(data, database, [key])
    assert [mode(path) for path in (data, keys, database, key)] == ["700", "700", "600", "600"]
    assert mode(Path(f"{database}-wal")) == "600"
    assert f"could read {data}. Now they cannot." in capsys.readouterr().err
    rights.close(data, database, [key])
    assert capsys.readouterr().err == ""


def test_a_key_elsewhere_may_be_for_a_group_but_not_for_everybody(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data, key = tmp_path / "data", tmp_path / "etc" / "master.key"
    data.mkdir(mode=0o700)
    key.parent.mkdir()
    key.touch(0o640)
    rights.close(data, None, [key])
    assert capsys.readouterr().err == ""
    key.chmod(0o644)
    rights.close(data, None, [key])
    assert f"chmod o= {key}" in capsys.readouterr().err
    assert mode(key) == "644"
