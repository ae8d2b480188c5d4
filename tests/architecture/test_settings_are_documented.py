"""docs/operators/settings.md names every setting that is read, and no other."""

import ast
import re

import click

from tests.architecture.source import PACKAGE, ROOT, source_files, tree
from vaern.faces.cli.main import cli

NAME = re.compile(r"\b(VAERN_[A-Z][A-Z_]*[A-Z]|DATABASE_URL)\b")
# Read by scripts and tests, not by the program.
NOT_THE_PROGRAM = {"VAERN_PYTHON", "VAERN_TEST_POSTGRES", "VAERN_TEST_WORKERS", "VAERN_CHROMIUM"}


def read_by_the_program() -> set[str]:
    """Every string of the program that is a setting's name and nothing more, however it is read."""
    words = {
        node.value
        for path in source_files()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    return {word.removesuffix("_FILE") for word in words if NAME.fullmatch(word)}


def documented() -> set[str]:
    text = (ROOT / "docs" / "operators" / "settings.md").read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if line.startswith("| `")]
    return {name.removesuffix("_FILE") for row in rows for name in NAME.findall(row.split("|")[1])}


def test_every_setting_is_documented() -> None:
    assert read_by_the_program() - documented() == set()


def test_what_a_command_takes_from_the_environment_is_documented() -> None:
    options = [option for command in cli.commands.values() for option in command.params]
    names = {option.envvar for option in options if isinstance(option, click.Option)} - {None}
    assert "VAERN_PORT" in names
    assert names - documented() == set()


def test_every_documented_setting_is_read() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
    unread = {name for name in documented() if not re.search(rf"\b{name}\b", text)}
    assert unread - NOT_THE_PROGRAM == set()
