"""docs/operators/settings.md names every setting that is read, and no other."""

import re

from tests.architecture.source import PACKAGE, ROOT

NAME = re.compile(r"\b(VAERN_[A-Z][A-Z_]*[A-Z]|DATABASE_URL)\b")
# Read by scripts and tests, not by the program.
NOT_THE_PROGRAM = {"VAERN_PYTHON", "VAERN_TEST_POSTGRES", "VAERN_TEST_WORKERS", "VAERN_CHROMIUM"}
# The ways the program asks the environment.
READ = re.compile(
    r"""(?:env(?:\.\w+)?|secret|whole_number|environ(?:\.get)?|getenv)[(\[]\s*["']([A-Z_]+)["']"""
)


def read_by_the_program() -> set[str]:
    sources = [*(PACKAGE / "config").glob("*.py"), *(PACKAGE / "faces" / "cli").rglob("*.py")]
    found = {name for path in sources for name in READ.findall(path.read_text(encoding="utf-8"))}
    return {name for name in found if NAME.fullmatch(name)}


def documented() -> set[str]:
    text = (ROOT / "docs" / "operators" / "settings.md").read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if line.startswith("| `")]
    return {name.removesuffix("_FILE") for row in rows for name in NAME.findall(row.split("|")[1])}


def test_every_setting_is_documented() -> None:
    assert read_by_the_program() - documented() == set()


def test_every_documented_setting_is_read() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
    unread = {name for name in documented() if not re.search(rf"\b{name}\b", text)}
    assert unread - NOT_THE_PROGRAM == set()
