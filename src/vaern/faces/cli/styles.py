"""The web pages' styles, scripts and pictures: collected by ``init``, looked for by ``serve``."""

import hashlib
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command


def collect() -> None:
    """Gather them in the data folder under names that change with their content."""
    call_command("collectstatic", verbosity=0, interactive=False)
    _note().write_text(_source())


def are_current(storage: Any) -> bool:
    """Are all that were gathered there, and were they gathered from this version's files?"""
    note = _note()
    if not note.is_file() or note.read_text() != _source():
        return False
    names = dict(getattr(storage, "hashed_files", {}))
    return bool(names) and all((settings.STATIC_ROOT / name).is_file() for name in names.values())


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
