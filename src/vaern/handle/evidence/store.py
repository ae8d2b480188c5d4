"""Where sealed originals lie: one encrypted file for each item, never anything in the clear."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from uuid import UUID

from django.conf import settings

from vaern.ground.vault import cipher


class Missing(Exception):
    """The sealed file is not where it should be."""


def path_of(item_id: UUID) -> Path:
    """``<evidence folder>/<aa>/<id>.age``; the last two signs spread the files evenly."""
    folder: Path = settings.VAERN_EVIDENCE
    return folder / item_id.hex[-2:] / f"{item_id}.age"


def write(item_id: UUID, age: str, plain: bytes) -> Path:
    """Encrypt and write to the disk itself; the file is whole under its name or not there.

    A file whose row is rolled back afterwards stays behind: nothing can open or find it.
    """
    path = path_of(item_id)
    _make_folder(path.parent)
    half = path.with_suffix(".part")
    descriptor = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(cipher.seal_file(age, plain))
        file.flush()
        os.fsync(file.fileno())
    half.replace(path)
    return path


def settle(paths: Iterable[Path]) -> None:
    """Make the names of written files survive a power cut."""
    for folder in {path.parent for path in paths}:
        _sync_folder(folder)


def read(item_id: UUID, age: str) -> bytes:
    """The original. Raises :class:`Missing`, or CannotOpen when the file was changed."""
    try:
        sealed = path_of(item_id).read_bytes()
    except FileNotFoundError as error:
        raise Missing(str(item_id)) from error
    return cipher.unseal_file(age, sealed)


def sweep(path: Path) -> None:
    """Take away a file that was begun or written and will have no row."""
    for left in (path, path.with_suffix(".part")):
        with suppress(OSError):  # a disk that takes nothing may not let go either
            left.unlink(missing_ok=True)


def remove(item_id: UUID) -> None:
    """Take the file away; nothing happens when it is gone already."""
    path_of(item_id).unlink(missing_ok=True)


def _make_folder(folder: Path) -> None:
    if folder.is_dir():
        return
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    _sync_folder(folder.parent)


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
