"""Every name handed to the queue can be run: it is written out, it imports, it is callable."""

import ast
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from tests.architecture.source import PACKAGE, calls, short, source_files, tree

QUEUE = PACKAGE / "ground" / "queue"
HANDED_OVER = [
    (path, call)
    for path in source_files()
    if not path.is_relative_to(QUEUE)
    for call in [*calls(path, "enqueue"), *calls(path, "every")]
]


def constants(path: Path) -> Iterator[tuple[str, str]]:
    """Module-level ``NAME = "text"``."""
    for node in tree(path).body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant):
            for target in node.targets:
                if isinstance(target, ast.Name) and isinstance(node.value.value, str):
                    yield target.id, node.value.value


def job_name(path: Path, call: ast.Call) -> str | None:
    scheduled = call.func.id == "every" if isinstance(call.func, ast.Name) else False
    first = call.args[scheduled] if len(call.args) > scheduled else None
    if isinstance(first, ast.Constant) and isinstance(first.value, str):
        return first.value
    if isinstance(first, ast.Name):
        return dict(constants(path)).get(first.id)
    return None


@pytest.mark.parametrize(
    ("path", "call"), HANDED_OVER, ids=[f"{short(p)}:{c.lineno}" for p, c in HANDED_OVER]
)
def test_job_can_be_run(path: Path, call: ast.Call) -> None:
    name = job_name(path, call)
    assert name, "write the job's dotted name in the call, so that it can be checked"
    module, _, function = name.rpartition(".")
    assert module.startswith("vaern."), f"{name} is no job of ours"
    assert callable(getattr(import_module(module), function, None)), f"{name} is not there"


def test_nobody_goes_past_the_door() -> None:
    past = [
        f"{short(path)}:{call.lineno}"
        for path in source_files()
        if not path.is_relative_to(QUEUE)
        for call in calls(path, "async_task")
    ]
    assert not past, f"use vaern.ground.queue.actions.enqueue instead: {past}"
