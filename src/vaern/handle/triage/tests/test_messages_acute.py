"""Danger at hand is seen in general forms, and what nearly says the same is left alone."""

import tomllib
from importlib import resources

import pytest

from vaern.handle.triage import assess

SURE = 0.5
ROWS = tomllib.loads(
    resources.files(__package__).joinpath("messages_acute.toml").read_text("utf-8")
)


@pytest.mark.parametrize("row", ROWS["harassing"], ids=lambda row: row["text"][:40])
def test_is_seen_and_urgent(row):
    found = assess(row["text"])
    assert any(found.score(kind) >= SURE for kind in row["kinds"])
    assert found.urgency >= row["urgency"]


@pytest.mark.parametrize("text", ROWS["ordinary"], ids=lambda text: text[:40])
def test_is_left_alone(text):
    found = assess(text)
    assert all(each.score < SURE for each in found.kinds)
    assert found.urgency < 2
