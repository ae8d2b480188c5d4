"""Reading and writing files happens before the transaction: meanwhile others can report."""

from collections.abc import Callable
from typing import Any

import pytest
from conftest import Cast
from django.db import connection

from vaern.handle.cases.actions import open_case
from vaern.handle.cases.speaking import add_evidence
from vaern.handle.cases.tests.episodes import told
from vaern.handle.evidence import shelf, store
from vaern.handle.evidence.models import Item
from vaern.handle.evidence.tests.samples import sample
from vaern.handle.inbox.actions import receive
from vaern.handle.reports.attaching import File, attach_all

MAIL = sample("afpresning-med-billede")


def by_post(cast: Cast) -> None:
    receive(workplace=cast.workplace, name="m.eml", data=MAIL, by=cast.henrik)


def with_a_report(cast: Cast) -> None:
    attach_all(report=told(cast), by=cast.rikke, files=[File("m.eml", MAIL)])


def in_a_case(cast: Cast) -> None:
    case = open_case(report=told(cast))
    add_evidence(case=case, by=cast.henrik, files=[File("m.eml", MAIL)])


def watched(real: Callable[..., Any], depths: list[int]) -> Callable[..., Any]:
    """How many transactions are open, one in the other, each time ``real`` is called."""

    def watching(*given: Any) -> Any:
        depths.append(len(connection.savepoint_ids))
        return real(*given)

    return watching


@pytest.mark.parametrize("door", [by_post, with_a_report, in_a_case])
def test_no_transaction_is_open_while_a_file_is_read_and_written(cast, door, monkeypatch):
    depths = [len(connection.savepoint_ids)]  # the test's own
    for module, name in ((shelf, "read_file"), (store, "write")):
        monkeypatch.setattr(module, name, watched(getattr(module, name), depths))
    door(cast)
    assert len(depths) > 3
    assert set(depths) == {depths[0]}
    assert Item.objects.count() == 2
