"""Making the secrets of an installation, each in a file for this account only."""

import base64
import os
import secrets
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import click

MAKERS: Mapping[str, Callable[[], str]] = {
    "VAERN_MASTER_KEY": lambda: base64.b64encode(os.urandom(32)).decode(),
    "VAERN_SECRET_KEY": lambda: secrets.token_urlsafe(50),
}


@contextmanager
def new_keys(files: Mapping[str, Path]) -> Iterator[list[Path]]:
    """Make the key files that are missing; those made.

    They are taken away again when what is done with them fails, so that no key is left behind
    that does not belong to the database.
    """
    made: list[Path] = []
    try:
        for name, file in files.items():
            if _write_new(file, MAKERS[name]()):
                made.append(file)
        yield made
    except BaseException:
        for file in made:
            file.unlink(missing_ok=True)
        raise


def _write_new(path: Path, text: str) -> bool:
    """False when the file is there already, whatever is in it."""
    if os.path.lexists(path):
        return False
    make_folder(path.parent)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return False
    except OSError as error:
        raise click.ClickException(
            f"The key file {path} cannot be made ({error.strerror}). Run this as the account that "
            f"runs Værn, or give it the folder: as root, `chown -R ACCOUNT {path.parent}`."
        ) from error
    with os.fdopen(handle, "w") as file:
        file.write(f"{text}\n")
    return True


def make_folder(folder: Path) -> None:
    """Make a folder for this account only, or end with what to do about it."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise click.ClickException(
            f"The folder {folder} cannot be made ({error.strerror}). Make it as root and give it "
            f"to the account that runs Værn: `install -d -m 700 -o ACCOUNT {folder}`."
        ) from error
