"""The summary says what kind, how large and when; never what."""

from dataclasses import asdict
from datetime import UTC, datetime

from vaern.handle.evidence.kinds_of_file import KINDS
from vaern.handle.evidence.limits import Limits
from vaern.handle.evidence.models import Item
from vaern.handle.evidence.neutral import neutral
from vaern.handle.evidence.reading import read_file
from vaern.handle.evidence.summary import LABELS

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


def test_nothing_of_the_content_shows():
    item = Item(name="KANARIE.eml", text="KANARIE", label="mail", size=51, sealed_at=NOW)
    made = neutral(item)
    assert "kanarie" not in str(asdict(made)).lower()
    assert (made.label, made.size, made.at) == ("E-mail", 51, NOW)


def test_every_kind_of_file_has_a_name_in_both_languages():
    assert {kind.label for kind in KINDS.values()} == set(LABELS)
    assert all(da and en for da, en in LABELS.values())


def test_a_wrong_name_is_told_of_without_saying_it():
    assert read_file(b"hej", "a.jpg", Limits()).problem == "name_disagrees"
