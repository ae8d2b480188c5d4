"""Who else on this machine may read what the installation holds: nobody."""

import os
import stat
from pathlib import Path

import click

from vaern.faces.cli.starting import say

OTHERS = stat.S_IRWXG | stat.S_IRWXO


def close(data: Path, database: Path | None, key_files: list[Path]) -> None:
    """Take the data folder, its keys and the database file away from other accounts.

    A key that lies elsewhere may be meant for a group; only one that everybody can read is named.
    """
    _tell_root(data)
    ours = [data, data / "keys", *(file for file in key_files if data in file.parents)]
    for path in [*ours, *_of_database(database)]:
        _close(path)
    for file in set(key_files) - set(ours):
        if _mode(file) & stat.S_IRWXO:
            say(f"Every account on this machine can read {file}. Run `chmod o= {file}`.")


def _tell_root(data: Path) -> None:
    if os.geteuid() == 0 and data.stat().st_uid != 0:
        say(
            f"{data} belongs to another account, and you are root: what is made now is root's. "
            "Run Værn's commands as that account."
        )


def _of_database(file: Path | None) -> list[Path]:
    """The file and those SQLite keeps beside it."""
    return [Path(f"{file}{end}") for end in ("", "-wal", "-shm")] if file else []


def _mode(path: Path) -> int:
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except OSError:
        return 0


def _close(path: Path) -> None:
    before = _mode(path)
    if not before & OTHERS:
        return
    try:
        os.chmod(path, before & ~OTHERS)
    except OSError as error:
        raise click.ClickException(
            f"Other accounts on this machine can read {path}, and it is not ours to close. "
            f"As its owner run `chmod go= {path}`."
        ) from error
    say(f"Other accounts on this machine could read {path}. Now they cannot.")
