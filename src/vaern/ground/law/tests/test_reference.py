"""The reference page for the JSON says what the code does."""

import json
import re
from dataclasses import fields
from pathlib import Path

import pytest

from vaern.ground.law.answers import Deadline, Finding
from vaern.ground.law.entries import codes, load
from vaern.ground.law.facts import LIST_OF, Facts
from vaern.ground.law.rules import judge

from .episodes import TODAY, deadline

PAGE = (Path(__file__).parents[5] / "docs" / "reference" / "facts.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("list_name", ["kinds", *LIST_OF.values(), "missing", "penal"])
def test_every_code_is_on_the_page_with_its_words(list_name):
    for entry in load(list_name):
        row = next(line for line in PAGE.splitlines() if line.startswith(f"| `{entry.code}` |"))
        assert row
        assert list_name in ("missing", "penal") or f"| {entry.da} | {entry.en} |" in PAGE


@pytest.mark.parametrize("form", [Facts, Finding, Deadline])
def test_every_key_is_on_the_page(form):
    for item in fields(form):
        assert re.search(rf"^\|.*`{item.name}`", PAGE, re.MULTILINE), item.name


def test_every_deadline_is_on_the_page():
    assert all(
        f"- `{c}`" in PAGE or f"| `{c}`" in PAGE for c in codes("deadlines") if "l31" not in c
    )


def test_the_example_gives_what_the_page_says():
    example = PAGE.split("```json")[1].split("```")[0]
    facts = Facts.from_dict(json.loads(example))
    assert judge(facts, TODAY).is_digital_harassment is True
    assert judge(facts, TODAY).regime == "vold"
    for code in ("police_72h", "easy_absence"):
        assert f"`{deadline(code, facts).to_dict()['due_at']}`" in PAGE
