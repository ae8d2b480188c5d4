"""The program's own source files, for tests that read them instead of running them."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "vaern"


def source_files() -> list[Path]:
    """Every module of ``vaern`` except tests and migrations."""
    left_out = {"tests", "migrations", "__pycache__"}
    return [path for path in sorted(PACKAGE.rglob("*.py")) if not left_out & set(path.parts[:-1])]


def module_name(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def short(path: Path) -> str:
    return str(path.relative_to(ROOT))


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def calls(path: Path, name: str) -> Iterator[ast.Call]:
    """Calls of ``name(…)`` or ``anything.name(…)`` in the file."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            called = node.func
            found = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
            if found == name:
                yield node
