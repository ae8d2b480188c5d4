"""What was open in a case that is joined is open in the whole, and what was done stays done."""

import pytest
from conftest import Cast

from vaern.handle.cases.actions import (
    close,
    complete,
    correct,
    join,
    open_case,
    reopen,
    set_not_relevant,
)
from vaern.handle.cases.models import Case
from vaern.handle.cases.tests.episodes import THREAT, told
from vaern.handle.cases.tests.test_strands import ago, ends

PAGE = {**THREAT, "channel": "social_workplace_page"}


def came(cast: Cast, answers=THREAT, hours: int = 2, **more) -> Case:
    answers = {**answers, "occurred_at": ago(hours).isoformat()}
    return open_case(report=told(cast, answers, **more))


def waiting(case: Case) -> list[str]:
    return sorted(case.tasks.filter(state="open").values_list("step", flat=True))


@pytest.mark.parametrize("whose", ["rikke", "jonas"])
def test_every_open_step_comes_along_once(cast: Cast, whose) -> None:
    plain, page = came(cast), came(cast, PAGE, author=getattr(cast, whose))
    more = set(waiting(page)) - set(waiting(plain))
    assert {"own_page", "removal"} <= more
    join(case=page, into=plain, by=cast.henrik)
    found = waiting(plain)
    assert more <= set(found)
    assert [found.count(step) for step in more] == [1] * len(more)
    step = plain.tasks.get(step="own_page")
    assert (step.person, step.part) == (getattr(cast, whose), page.pk.hex)


def test_a_step_the_whole_asks_for_is_not_asked_twice(cast: Cast) -> None:
    one, other = came(cast, PAGE), came(cast, PAGE, author=cast.jonas)
    join(case=other, into=one, by=cast.henrik)
    assert one.tasks.filter(step="own_page").count() == 1


def test_three_cases_ask_once(cast: Cast) -> None:
    plain = came(cast)
    for who in (cast.rikke, cast.jonas):
        join(case=came(cast, PAGE, author=who), into=plain, by=cast.henrik)
    assert waiting(plain).count("own_page") == 1


def test_done_there_is_done_here(cast: Cast) -> None:
    plain, page = came(cast), came(cast, PAGE)
    complete(task=page.tasks.get(step="own_page"), result="Slettet.", by=cast.henrik)
    set_not_relevant(task=page.tasks.get(step="removal"), reason="Væk.", by=cast.henrik)
    join(case=page, into=plain, by=cast.henrik)
    assert not {"own_page", "removal"} & set(waiting(plain))


def test_what_only_the_sum_asks_for_is_not_asked_again(cast: Cast) -> None:
    """The whole is as urgent as its gravest part, whose steps for that were done already."""
    mild, grave = came(cast), came(cast, author=cast.jonas)
    Case.objects.filter(pk=grave.pk).update(urgency=3)
    correct(case=grave, facts={"trigger": "refusal"}, by=cast.henrik)
    assert "safety" not in waiting(mild)
    complete(task=grave.tasks.get(step="safety"), result="Gjort.", by=cast.henrik)
    join(case=grave, into=mild, by=cast.henrik)
    mild.refresh_from_db()
    assert mild.urgency == 3
    assert "safety" not in waiting(mild)


def test_a_case_that_took_one_in_is_taken_in_with_it(cast: Cast) -> None:
    first, second, third = came(cast), came(cast, PAGE, author=cast.jonas), came(cast, hours=5)
    join(case=second, into=first, by=cast.henrik)
    complete(task=first.tasks.get(step="police", person=cast.jonas), result="J-1", by=cast.mads)
    complete(task=first.tasks.get(step="own_page"), result="Slettet.", by=cast.mads)
    join(case=first, into=third, by=cast.henrik)
    assert "own_page" not in waiting(third)
    assert "removal" in waiting(third)
    assert not third.tasks.filter(step="police", person=cast.jonas, state="open").exists()


@pytest.mark.parametrize("whose", ["rikke", "jonas"])
def test_the_clock_of_a_joined_series_latest_message_goes_on(cast: Cast, whose) -> None:
    plain, series = came(cast, hours=1), came(cast, hours=60, author=getattr(cast, whose))
    correct(case=series, facts={"last_at": ago(3).isoformat()}, by=cast.henrik)
    before = sorted([*ends(plain), *ends(series)])
    assert len(before) == 3
    join(case=series, into=plain, by=cast.henrik)
    assert ends(plain) == before


def test_asking_the_police_again_goes_on(cast: Cast) -> None:
    plain = came(cast, {**THREAT, "kinds": ["harsh_criticism"]})
    reported = came(cast, author=cast.jonas)
    complete(task=reported.tasks.get(step="police_follow_up"), result="Venter.", by=cast.henrik)
    assert "police_follow_up" not in waiting(plain)
    join(case=reported, into=plain, by=cast.henrik)
    assert "police_follow_up" in waiting(plain)


def test_a_case_that_waits_for_somebody_to_look_is_looked_at(cast: Cast) -> None:
    plain, again = came(cast), came(cast, author=cast.jonas)
    close(case=again, outcome="stopped", word="Slut.", reason="Aftalt.", by=cast.henrik)
    reopen(case=again, reason="Nyt.", by=cast.henrik)
    join(case=again, into=plain, by=cast.henrik)
    step = plain.tasks.get(step__startswith="look_again")
    assert (step.state, step.owner) == ("open", cast.mads)
