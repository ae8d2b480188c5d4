"""A time that cannot be is refused where it is written, and moves no deadline."""

from datetime import timedelta
from typing import Any

import pytest
from conftest import Cast
from django.utils import timezone

from vaern.handle.cases.actions import correct, open_case
from vaern.handle.cases.models import Case
from vaern.handle.cases.tests.episodes import THREAT, told
from vaern.handle.cases.tests.pages import at

NOW = timezone.localtime()
HOUR = timedelta(hours=1)


def moment(when: Any) -> str:
    return str(when.strftime("%Y-%m-%dT%H:%M"))


LATER = [
    {"occurred_at": moment(NOW + 2 * HOUR)},
    {"occurred_at": moment(NOW.replace(day=1, year=NOW.year + 1))},
    {"last_at": moment(NOW + 2 * HOUR)},
    {"first_day": (NOW + timedelta(days=1)).date().isoformat()},
]


def case_of(cast: Cast) -> Case:
    happened = (NOW - timedelta(days=2)).isoformat()
    return open_case(report=told(cast, {**THREAT, "occurred_at": happened}))


@pytest.mark.parametrize("given", LATER)
def test_what_is_still_to_come_is_refused(cast: Cast, as_person: Any, given: Any) -> None:
    case = case_of(cast)
    due = case.tasks.get(step="police").due_at
    kept = {"occurred_at": moment(NOW - timedelta(days=2)), **THREAT}
    answer = as_person(cast.henrik).post(at("facts", case), {**kept, **given})
    assert "Det ligger i fremtiden." in answer.content.decode()
    assert case.tasks.get(step="police").due_at == due


def test_an_absence_may_end_later_and_begin_on_the_day(cast: Cast, as_person: Any) -> None:
    case, on = case_of(cast), NOW - timedelta(days=2)
    given = {"occurred_at": moment(on), "first_day": on.date().isoformat(), **THREAT}
    given["last_day"] = (NOW + timedelta(days=9)).date().isoformat()
    assert as_person(cast.henrik).post(at("facts", case), given).status_code == 302
    case.refresh_from_db()
    assert case.facts["absence"]["first_day"] == on.date().isoformat()


def test_an_absence_from_before_it_happened_is_refused(cast: Cast, as_person: Any) -> None:
    case, on = case_of(cast), NOW - timedelta(days=2)
    given = {"occurred_at": moment(on), "first_day": (on.date() - timedelta(days=1)).isoformat()}
    answer = as_person(cast.henrik).post(at("facts", case), {**THREAT, **given})
    assert "Fraværet kan ikke begynde før den dag, det skete." in answer.content.decode()
    with pytest.raises(ValueError, match="absence"):
        correct(
            case=case, by=cast.henrik,
            facts={"absence": {"first_day": given["first_day"], "last_day": None}},
        )  # fmt: skip


def test_the_day_is_by_the_clock_of_the_workplace(cast: Cast) -> None:
    cast.workplace.timezone = "America/Nuuk"
    cast.workplace.save()
    report = told(cast, {**THREAT, "occurred_at": "2026-11-10T23:30:00-02:00"})
    absence = {"first_day": "2026-11-10", "last_day": "2026-11-12"}
    assert correct(case=open_case(report=report), by=cast.henrik, facts={"absence": absence})
