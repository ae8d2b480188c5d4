"""The web pages' styles, scripts and pictures: collected by ``init``, looked for by ``serve``."""

import hashlib
import os
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command


def collect() -> None:
    """Gather them in the data folder under names that change with their content."""
    call_command("collectstatic", verbosity=0, interactive=False)
    _note().unlink(missing_ok=True)  # it may be another account's
    _note().write_text(_source())


def are_current(storage: Any) -> bool:
    """Are all that were gathered there, and were they gathered from this version's files?"""
    try:
        made_from = _note().read_text()
    except OSError:
        return False
    names = getattr(storage, "hashed_files", {}).values()
    readable = [os.access(settings.STATIC_ROOT / name, os.R_OK) for name in names]
    return made_from == _source() and bool(readable) and all(readable)


def _note() -> Path:
    """Beside the folder and not in it: what lies in it is served to everybody."""
    path: Path = settings.STATIC_ROOT
    return path.with_suffix(".made-from")


def _source() -> str:
    """A fingerprint of the files as this version brings them."""
    found = hashlib.sha256()
    for finder in get_finders():
        for name, storage in sorted(finder.list([]), key=lambda one: str(one[0])):
            with storage.open(name) as file:
                found.update(f"{name}\0".encode() + hashlib.sha256(file.read()).digest())
    return found.hexdigest()
