"""Reading settings from ``VAERN_*`` variables, with messages that say what to do."""

import os
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

MODES = ("demo", "production", "test")
WHOSE = (
    "Run this as the account that runs Værn. If another account made it, give it back: "
    "as root, `chown -R ACCOUNT {}`."
)


def text(name: str, default: str = "") -> str:
    """The setting ``name``: from its variable, or from the file that ``name_FILE`` points to.

    A variable that is there and empty counts as left out; an empty file is a mistake.
    """
    given, file = os.environ.get(name, "").strip(), os.environ.get(f"{name}_FILE", "")
    if given and file:
        raise ImproperlyConfigured(f"{name} and {name}_FILE are both set. Take one of them away.")
    if not file:
        return given or default
    if is_missing(Path(file)):
        raise ImproperlyConfigured(f"{name}_FILE points to {file}, and there is no such file.")
    return text_in(Path(file))


def words(name: str) -> list[str]:
    """A setting with commas between."""
    return [word.strip() for word in text(name).split(",") if word.strip()]


def whole_number(name: str, default: int, least: int, most: int) -> int:
    """A whole number between two bounds."""
    found = text(name, str(default))
    if not (found.isascii() and found.isdecimal()) or not least <= int(found) <= most:
        raise ImproperlyConfigured(
            f"{name} is '{found}'. Set it to a whole number from {least} to {most}."
        )
    return int(found)


def mode() -> str:
    """How strict we are: ``demo`` on one's own machine, ``production``, or ``test``.

    ``vaern demo`` notes its mode in the data folder, so that later commands know it.
    """
    noted = data_folder() / "mode"
    chosen = text("VAERN_MODE") or ("production" if is_missing(noted) else text_in(noted))
    if chosen not in MODES:
        raise ImproperlyConfigured(
            f"VAERN_MODE is '{chosen}'. Set it to one of: {', '.join(MODES)}."
        )
    return chosen


def data_folder() -> Path:
    """The one folder that holds all state of this installation. It may not be there yet."""
    folder = Path(text("VAERN_DATA", str(source_root() / "data"))).expanduser().absolute()
    if not os.path.exists(folder):
        return folder
    if not folder.is_dir():
        raise ImproperlyConfigured(f"VAERN_DATA points to {folder}, and that is not a folder.")
    if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        raise ImproperlyConfigured(
            f"VAERN_DATA points to {folder}, and we may not write there. {WHOSE.format(folder)}"
        )
    return folder.resolve()


def is_missing(file: Path) -> bool:
    """Is there no such file? One that we may not look at counts as there."""
    try:
        file.stat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return False


def text_in(file: Path) -> str:
    """What stands in a file that holds a setting."""
    try:
        found = file.read_text(encoding="utf-8").strip()
    except PermissionError as error:
        message = f"We may not read {file}. {WHOSE.format(file.parent)}"
        raise ImproperlyConfigured(message) from error
    except (OSError, UnicodeDecodeError) as error:
        raise ImproperlyConfigured(f"{file} cannot be read as text.") from error
    if not found:
        raise ImproperlyConfigured(
            f"{file} is empty. Write into it what it should hold. "
            "If it never held anything, delete it and run `vaern init`."
        )
    return found


def source_root() -> Path:
    """The folder that holds ``locale/``: the checkout."""
    return Path(__file__).resolve().parents[3]
