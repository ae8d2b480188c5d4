"""The affected person reads who of her helpers is away, until when, and who stands in."""

from datetime import date, timedelta
from typing import Any

from conftest import Cast
from django.utils import timezone

from vaern.ground.people.actions import give_role, set_absence
from vaern.ground.people.calendar import zone_of
from vaern.ground.people.models import Person
from vaern.ground.queue.drain import drain
from vaern.handle.cases.access import view_for
from vaern.handle.cases.actions import open_case
from vaern.handle.cases.models import Case
from vaern.handle.cases.own_view import helpers
from vaern.handle.cases.tests.episodes import told
from vaern.handle.cases.tests.pages import at, text_of


def away(person: Person, first: int = 0) -> date:
    today = timezone.localdate(timezone=zone_of(person.workplace))
    last = today + timedelta(first + 3)
    set_absence(person=person, first_day=today + timedelta(first), last_day=last, by=person)
    drain()
    return last


def said(cast: Cast, case: Case) -> dict[str, str]:
    return {one.name: one.away for one in helpers(view_for(cast.rikke, case.pk)) if one.away}


def test_until_when_and_who_stands_in(cast: Cast, as_person: Any) -> None:
    give_role(person=cast.mads, unit=cast.unit, code="manager", deputy=cast.jonas, by=None)
    case = open_case(report=told(cast))
    last = away(cast.mads)
    assert list(said(cast, case)) == ["Mads Holm"]
    words = said(cast, case)["Mads Holm"]
    assert words.startswith(f"Væk til og med {last.day}. ")
    assert words.endswith(". Jonas Bæk hjælper imens.")
    assert words in text_of(as_person(cast.rikke), at("case", case))


def test_nobody_stands_in(cast: Cast) -> None:
    case = open_case(report=told(cast))
    away(cast.amina)
    assert "hjælper" not in said(cast, case)["Amina Yusuf"]


def test_who_is_away_later_is_here_today(cast: Cast) -> None:
    case = open_case(report=told(cast))
    away(cast.mads, first=2)
    assert said(cast, case) == {}
