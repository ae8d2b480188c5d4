"""Each message and each person in a case has clocks of their own."""

from datetime import datetime, timedelta
from typing import Any

from conftest import Cast
from django.utils import timezone

from vaern.handle.cases import access, steps_shown
from vaern.handle.cases.actions import complete, correct, join, open_case, overrule
from vaern.handle.cases.models import Case, Task
from vaern.handle.cases.tests.episodes import THREAT, told

SENDER = "vred@eksempel.example"


def came(cast: Cast, hours: int, **more: Any) -> Case:
    """A threat so many hours ago."""
    answers = {**THREAT, "occurred_at": ago(hours).isoformat()}
    return open_case(report=told(cast, answers, sender=SENDER, **more))


def ago(hours: int) -> datetime:
    return timezone.now().replace(microsecond=0) - timedelta(hours=hours)


def ends(case: Case) -> list[datetime]:
    """The police clocks that run, as the case shows them."""
    tasks = Task.objects.filter(case=case, step="police", state="open")
    return [step.task.due_at for step in steps_shown.clocks(tasks)]


def test_joining_keeps_the_clock_of_each_message(cast: Cast) -> None:
    old, new = came(cast, 50), came(cast, 2)
    before = sorted([*ends(old), *ends(new)])
    join(case=old, into=new, by=cast.henrik)
    assert ends(new) == before


def test_the_latest_message_of_a_series_has_its_own_clock(cast: Cast) -> None:
    case, latest = came(cast, 60), ago(1)
    (first,) = ends(case)
    correct(case=case, facts={"last_at": latest.isoformat()}, by=cast.henrik)
    assert ends(case) == [first, latest + timedelta(hours=72)]


def test_a_message_that_was_reported_before_it_was_joined_stays_reported(cast: Cast) -> None:
    old, new = came(cast, 50), came(cast, 2)
    complete(task=old.tasks.get(step="police"), result="J-1", by=cast.mads)
    join(case=old, into=new, by=cast.henrik)
    assert len(ends(new)) == 1


def test_each_person_is_talked_to(cast: Cast) -> None:
    mine, his = came(cast, 3), came(cast, 2, author=cast.jonas)
    join(case=his, into=mine, by=cast.henrik)
    about = Task.objects.filter(case=mine, step="take_over", state="open")
    assert {task.person for task in about} == {cast.rikke, cast.jonas}
    assert not Task.objects.filter(case=mine, step="evidence", part=his.pk.hex).exists()


def test_nobody_sees_the_steps_about_another(cast: Cast) -> None:
    mine, his = came(cast, 3), came(cast, 2, author=cast.jonas)
    join(case=his, into=mine, by=cast.henrik)
    for person in (cast.rikke, cast.jonas):
        steps = access.tasks_of(access.view_for(person, mine.pk)).filter(step="take_over")
        assert [task.person for task in steps] == [person]


def test_a_verdict_on_a_joined_report_counts_for_its_own_clock(cast: Cast) -> None:
    old, new = came(cast, 50), came(cast, 2)
    report = access.reports_of(access.view_for(cast.henrik, old.pk)).get()
    join(case=old, into=new, by=cast.henrik)
    overrule(
        case=new, by=cast.henrik, report=report, harassment=False, kinds=[], urgency=0,
        severity="", reason="Det var en fejl.",
    )  # fmt: skip
    assert len(ends(new)) == 1
    new.refresh_from_db()
    assert new.kinds == ["threat"]


def test_joining_never_takes_the_easy_step_away(cast: Cast) -> None:
    first, later = came(cast, 9 * 24), came(cast, 2)
    correct(case=first, facts={"incapacity_days": 3}, by=cast.henrik)
    join(case=later, into=first, by=cast.henrik)
    assert first.tasks.filter(step="easy_absence", part="", state="open").exists()
    assert first.tasks.filter(step="doctor", state="open").exists()


def test_what_hit_another_makes_no_series(cast: Cast) -> None:
    first, his = came(cast, 9 * 24), came(cast, 2, author=cast.jonas)
    join(case=his, into=first, by=cast.henrik)
    first.refresh_from_db()
    assert "last_at" not in first.facts
