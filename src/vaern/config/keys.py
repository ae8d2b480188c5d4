"""The two secrets of an installation, and the files that hold them."""

import base64
import binascii
import os
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from vaern.config import environment

FILES = {"VAERN_MASTER_KEY": "master.key", "VAERN_SECRET_KEY": "secret.key"}
"""Each secret, and its file in ``VAERN_DATA/keys`` unless the environment says otherwise."""


def files() -> dict[str, Path]:
    """The secrets that are kept in a file, and where; not those that a variable gives outright."""
    return {name: _file_of(name) for name in FILES if not _given_outright(name)}


def _given_outright(name: str) -> bool:
    return bool(os.environ.get(name, "").strip())


def _file_of(name: str) -> Path:
    given = os.environ.get(f"{name}_FILE", "")
    folder = environment.data_folder() / "keys"
    return Path(given).absolute() if given else folder / FILES[name]


def secret(name: str) -> str:
    """A secret from its variable or from its file; never a default."""
    if _given_outright(name):
        return environment.text(name)
    file = _file_of(name)
    if environment.is_missing(file):
        raise ImproperlyConfigured(
            f"{name} is not set, and there is no file {file}. Run `vaern init` to make it. "
            "If Værn has run before, put your copy of the key there instead."
        )
    return environment.text_in(file)


def secret_key() -> str:
    """What signs cookies and links."""
    key = secret("VAERN_SECRET_KEY")
    if len(key) < 32:
        raise ImproperlyConfigured(
            "VAERN_SECRET_KEY is too short. Set it to at least 32 characters nobody can guess."
        )
    return key


def master_key() -> bytes:
    """The 32 bytes that wrap every other key, given as base64."""
    try:
        key = base64.b64decode(secret("VAERN_MASTER_KEY"), validate=True)
    except (binascii.Error, ValueError):
        key = b""
    if len(key) != 32:
        raise ImproperlyConfigured(
            "VAERN_MASTER_KEY must be 32 bytes written as base64. "
            "If you had a working key, restore it from your backup: without it nothing opens."
        )
    return key
