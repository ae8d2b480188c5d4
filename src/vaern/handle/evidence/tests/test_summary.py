"""The summary says what kind, how large and when; never what."""

from dataclasses import asdict
from datetime import UTC, datetime

import pytest

from vaern.handle.evidence.kinds_of_file import KINDS
from vaern.handle.evidence.summary import LABELS, summarise
from vaern.handle.evidence.truetype import true_type

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


def test_nothing_of_the_content_shows():
    data = b"From: kanarie@x.example\nSubject: KANARIE\n\nKANARIE"
    made = summarise(true_type(data, "KANARIE.eml"), size=len(data), received_at=NOW)
    assert "kanarie" not in str(asdict(made)).lower()
    assert (made.label_da, made.size, made.received_at) == ("E-mail", len(data), NOW)


def test_every_kind_of_file_has_a_name_in_both_languages():
    assert {kind.label for kind in KINDS.values()} == set(LABELS)
    assert all(da and en for da, en in LABELS.values())


def test_a_wrong_name_is_told_of_without_saying_it():
    assert summarise(true_type(b"hej", "a.jpg"), size=3, received_at=NOW).name_disagrees


def test_a_time_without_zone_is_refused():
    with pytest.raises(ValueError, match="aware"):
        summarise(true_type(b"", "x"), size=0, received_at=datetime(2026, 1, 1))  # noqa: DTZ001
