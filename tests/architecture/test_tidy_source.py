"""Files that fit in a head, and a program that does not talk by `print`."""

from pathlib import Path

import pytest

from tests.architecture.source import calls, short, source_files

MOST_LINES = 300  # the aim is 200; a file between the two has a reason a reader accepts


@pytest.mark.parametrize("path", source_files(), ids=short)
def test_file_is_short(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= MOST_LINES, f"{lines} lines: more than one idea?"


@pytest.mark.parametrize("path", source_files(), ids=short)
def test_no_print(path: Path) -> None:
    lines = [call.lineno for call in calls(path, "print")]
    assert not lines, "log with structlog, or speak with click.echo"
