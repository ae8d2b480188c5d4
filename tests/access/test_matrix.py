"""Every address × everybody: what comes of asking is what the matrix says, and no more is seen."""

import pytest

from tests.access.asking import Answer
from tests.access.conftest import Scene
from tests.access.episode import CONTENT, NOTED
from tests.access.matrix import Row, insiders, rows

pytestmark = pytest.mark.django_db
UNTOUCHED = {"login", "hidden", "alike", "no", "gone"}


@pytest.mark.parametrize("row", rows(), ids=str)
def test_row(scene: Scene, row: Row) -> None:
    got = scene.answers(row)
    seen = {who: answer.outcome for who, answer in got.items()}
    assert seen == {who: word.replace("alike", "goes") for who, word in row.expected.items()}
    touched = {who: a.wrote for who, a in got.items() if row.expected[who] in UNTOUCHED and a.wrote}
    assert not touched, "turned away, and yet something was written"
    assert row.reads or not row.does() or any(answer.wrote for answer in got.values()), (
        "this POST changed nothing for anybody: give it a body that does, or say `reads`"
    )
    for who, answer in got.items():
        _meets_nothing_of_others(who, answer)


def _meets_nothing_of_others(who: str, answer: Answer) -> None:
    page = answer.body.decode("utf-8", "replace")
    if who not in insiders():
        assert [words for words in CONTENT if words in page] == []
    if who == "rikke":
        assert NOTED not in page, "the affected person must not meet the internal notes"
