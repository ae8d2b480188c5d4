"""Making an installation: the data folder, its keys, the database, the styles."""

import base64
import os
import secrets
from collections.abc import Callable
from pathlib import Path

Say = Callable[[str], None]


def make_keys(data: Path) -> list[Path]:
    """Make the secret files that are missing, readable by this account only; those made."""
    folder = data / "keys"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    wanted = {
        folder / "master.key": base64.b64encode(os.urandom(32)).decode(),
        folder / "secret.key": secrets.token_urlsafe(50),
    }
    return [path for path, text in wanted.items() if _write_new(path, text)]


def _write_new(path: Path, text: str) -> bool:
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return False
    with os.fdopen(handle, "w") as file:
        file.write(text)
    return True


def note_mode(data: Path, mode: str) -> None:
    """Remember the mode, so that later commands need no variables."""
    data.mkdir(parents=True, exist_ok=True, mode=0o700)
    (data / "mode").write_text(mode)


def prepare(say: Say) -> None:
    """Bring database and static files up to date. Django must be set up; safe to repeat."""
    from django.conf import settings
    from django.core.management import call_command

    from vaern.ground.notify import jobs as notices
    from vaern.handle.cases import jobs as cases

    settings.VAERN_EVIDENCE.mkdir(parents=True, exist_ok=True, mode=0o700)
    say("Database …")
    call_command("migrate", verbosity=0, interactive=False)
    say("Styles and pictures …")
    call_command("collectstatic", verbosity=0, interactive=False)
    notices.ensure_schedules()
    cases.ensure_schedules()
