"""The timeline and the summary say what happened without quoting a word of it."""

import pytest
from conftest import Cast
from django.utils.translation import override

from vaern.handle.cases import access, timeline
from vaern.handle.cases.actions import assign, close, keep_out, open_case, record_contact
from vaern.handle.cases.tests.episodes import THREAT, told


def test_the_timeline_tells_in_sentences(cast: Cast) -> None:
    case = open_case(report=told(cast))
    assign(task=case.tasks.get(step="take_over"), owner=cast.jonas, by=cast.henrik)
    keep_out(case=case, person=cast.karen, why="conflict", by=cast.henrik)
    rows = timeline.rows(access.events_of(access.view_for(cast.henrik, case.pk)))
    texts = [row.text for row in rows]
    assert texts[0] == "Karen Toft holdes ude af sagen."
    assert "Jonas Bæk fik skridtet: Tal med den berørte, og tag over." in texts
    assert texts[-1] == "Det blev indberettet."
    assert rows[0].who == "Henrik Dam"
    assert rows[-1].who == "Værn"


def test_every_code_in_use_has_words(cast: Cast) -> None:
    case = open_case(report=told(cast))
    record_contact(case=case, kind="police", reference="J-1", who="", by=cast.henrik)
    close(case=case, outcome="stopped", word="Tak.", reason="Aftalt", by=cast.henrik)
    used = set(case.events.values_list("code", flat=True))
    assert used <= set(timeline.SENTENCES)


def test_an_unknown_code_does_not_break_the_page() -> None:
    names = timeline.Names({}, {}, {})
    assert timeline.sentence("old.code", {}, names) == "old.code"


@pytest.mark.parametrize("code", timeline.SENTENCES)
def test_sentences_survive_people_and_tasks_that_are_gone(code: str) -> None:
    assert timeline.sentence(code, {}, timeline.Names({}, {}, {}))


def test_the_summary_is_three_neutral_lines(cast: Cast) -> None:
    answers = {**THREAT, "occurred_at": "2026-11-02T21:14:00+01:00", "working_time": "outside"}
    case = open_case(report=told(cast, answers, sender="vred@eksempel.example"))
    with override("da"):
        lines = timeline.summary(case)
    assert lines[0] == "Trussel mod liv eller helbred. Det går ud over: Rikke Lund."
    assert lines[1].endswith("Afsender: borger.")
    assert lines[2].startswith("2. november 2026 kl. 21.14, uden for")
    assert "vred@" not in " ".join(lines)
    assert "passe på" not in " ".join(lines)


def test_a_summary_of_next_to_nothing(cast: Cast) -> None:
    case = open_case(report=told(cast, {"kinds": ["unsure"], "occurred_at": None}))
    assert timeline.summary(case) == [
        "Det er ikke afgjort, hvad det er. Det går ud over: Rikke Lund."
    ]
