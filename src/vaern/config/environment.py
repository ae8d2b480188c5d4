"""Reading settings from ``VAERN_*`` variables, with messages that say what to do."""

import base64
import binascii
import os
from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured

env = environ.FileAwareEnv()

MODES = ("demo", "production", "test")


def mode() -> str:
    """How strict we are: ``demo`` on one's own machine, ``production``, or ``test``.

    ``vaern demo`` notes its mode in the data folder, so that later commands know it.
    """
    noted = data_folder() / "mode"
    chosen: str = env.str("VAERN_MODE", default="")
    chosen = chosen or (noted.read_text().strip() if noted.is_file() else "production")
    if chosen not in MODES:
        raise ImproperlyConfigured(
            f"VAERN_MODE is '{chosen}'. Set it to one of: {', '.join(MODES)}."
        )
    return chosen


def data_folder() -> Path:
    """The one folder that holds all state of this installation."""
    folder = Path(env.str("VAERN_DATA", default=str(source_root() / "data"))).expanduser().resolve()
    if folder.exists() and not os.access(folder, os.W_OK):
        raise ImproperlyConfigured(
            f"VAERN_DATA points to {folder}, and we may not write there. "
            "Give the account that runs Værn the right to write, or choose another folder."
        )
    return folder


def secret(name: str, file: Path) -> str:
    """A secret from ``name``, from the file in ``name_FILE``, or from ``file``; never a default."""
    given: str | None = env.str(name, default=None)
    if given:
        return given.strip()
    if file.is_file():
        return file.read_text().strip()
    raise ImproperlyConfigured(
        f"{name} is not set. Run `vaern init` to make the keys, or set {name} "
        f"or {name}_FILE (the path of a file only Værn can read)."
    )


def master_key(file: Path) -> bytes:
    """The 32 bytes that wrap every other key, given as base64."""
    text = secret("VAERN_MASTER_KEY", file)
    try:
        key = base64.b64decode(text, validate=True)
    except binascii.Error:
        key = b""
    if len(key) != 32:
        raise ImproperlyConfigured(
            "VAERN_MASTER_KEY must be 32 bytes written as base64. "
            "If you had a working key, restore it from your backup: without it nothing opens."
        )
    return key


def whole_number(name: str, default: int, least: int, most: int) -> int:
    """A whole number between two bounds."""
    text = env.str(name, default=str(default))
    if not text.isdecimal() or not least <= int(text) <= most:
        raise ImproperlyConfigured(
            f"{name} is '{text}'. Set it to a whole number from {least} to {most}."
        )
    return int(text)


def source_root() -> Path:
    """The folder that holds ``locale/``: the checkout."""
    return Path(__file__).resolve().parents[3]
