"""An environment of one's own: nothing is set but what the test sets."""

import os
from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """No settings at all, and an empty data folder; the folder."""
    for name in [name for name in os.environ if name.startswith(("VAERN_", "DATABASE_"))]:
        monkeypatch.delenv(name)
    folder = tmp_path / "data"
    folder.mkdir()
    monkeypatch.setenv("VAERN_DATA", str(folder))
    return folder
