"""What must stay plain Python loads without Django, also through everything it imports."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.source import PACKAGE, calls, module_name, short, source_files, tree

# In the triage folder these belong to Django; everything else is the engine, which does not.
DJANGO_FILES = {
    "models.py", "actions.py", "access.py", "jobs.py", "views.py", "forms.py", "urls.py",
    "apps.py", "admin.py", "api.py", "suggestion.py",
}  # fmt: skip
RULES = [path for path in source_files() if path.name == "rules.py"]
ENGINE = [
    path
    for path in source_files()
    if path.is_relative_to(PACKAGE / "handle" / "triage") and path.name not in DJANGO_FILES
]
PURE = sorted({*RULES, *ENGINE})
LOAD = """
import importlib, sys
importlib.import_module(sys.argv[1])
print(*sorted({name.split(".")[0] for name in sys.modules} & {"django", "allauth", "django_q"}))
"""


@pytest.mark.parametrize("path", PURE, ids=short)
def test_loads_without_django(path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOAD, module_name(path)],
        env=os.environ | {"PYTHONPATH": str(PACKAGE.parent)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "", f"{short(path)} pulls in {done.stdout.strip()}"


@pytest.mark.parametrize("path", RULES, ids=short)
def test_rules_have_no_clock_of_their_own(path: Path) -> None:
    for name in ("now", "today", "utcnow", "localdate"):
        lines = [call.lineno for call in calls(path, name)]
        assert not lines, f"{short(path)}:{lines} asks the clock; let `now` or `on` come in"


@pytest.mark.parametrize("path", RULES, ids=short)
def test_rules_open_no_files(path: Path) -> None:
    assert tree(path).body, "an empty rules.py is a file too many"
    for name in ("open", "read_text", "read_bytes", "write_text", "write_bytes"):
        lines = [call.lineno for call in calls(path, name)]
        assert not lines, f"{short(path)}:{lines} reads or writes; load data in another module"


def test_there_are_rules_to_hold() -> None:
    assert RULES
