"""Closing needs the required steps or a reason, an outcome, and a word to who reported it."""

import pytest
from conftest import Cast

from vaern.ground.notify.models import Notice
from vaern.handle.cases.actions import CannotClose, close, complete, open_case
from vaern.handle.cases.models import Case
from vaern.handle.cases.tests.episodes import told
from vaern.handle.reports.models import Addition


def problems(case: Case, cast: Cast, **given: str) -> tuple[str, ...]:
    values = {"outcome": "stopped", "word": "Det er stoppet.", "reason": "", **given}
    with pytest.raises(CannotClose) as refused:
        close(case=case, by=cast.henrik, **values)
    return refused.value.problems


def test_what_is_missing_is_said(cast: Cast) -> None:
    case = open_case(report=told(cast))
    assert problems(case, cast) == ("required_open",)
    missing = problems(case, cast, outcome="won", word=" ")
    assert missing == ("required_open", "outcome", "word")


def test_required_steps_done_is_enough(cast: Cast) -> None:
    case = open_case(report=told(cast))
    for task in case.tasks.filter(required=True):
        complete(task=task, result="Gjort.", by=cast.henrik)
    assert close(case=case, outcome="stopped", word="Tak.", reason="", by=cast.henrik)
    case.refresh_from_db()
    assert (case.state, case.outcome) == ("closed", "stopped")
    assert set(case.tasks.exclude(state="done").values_list("left", flat=True)) == {"closed"}


def test_the_reporter_hears_how_it_ended(cast: Cast) -> None:
    case = open_case(report=told(cast, author=cast.jonas, affected=cast.rikke))
    assert close(
        case=case, outcome="stopped", word="Han er stoppet.", reason="Aftalt", by=cast.henrik
    )
    assert not close(case=case, outcome="removed", word="Igen", reason="x", by=cast.henrik)
    word = Addition.objects.get(to_reporter=True)
    assert word.text == "Han er stoppet."
    for person in (cast.jonas, cast.rikke):
        assert Notice.objects.filter(person=person, kind="word_for_you").count() == 1
