"""What a page says of a time: the law's own, the workplace's, not known yet, not confirmed."""

from datetime import timedelta
from typing import Any

from conftest import Cast
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from vaern.handle.cases.actions import join, open_case
from vaern.handle.cases.meanwhile import mark
from vaern.handle.cases.models import Case, Task
from vaern.handle.cases.tests.episodes import THREAT, told
from vaern.handle.cases.tests.pages import at, text_of


def facts(client: Client, case: Case, **given: Any) -> Case:
    """Send the form of the case's facts with what it knows already."""
    form = client.get(at("facts", case)).context["form"]
    known = {name: form[name].value() for name in form.fields}
    shown = {name: value for name, value in known.items() if value not in (None, "")}
    for name in ("occurred_at", "last_at"):
        if name in shown:
            shown[name] = shown[name].strftime("%Y-%m-%dT%H:%M")
    answer = client.post(at("facts", case), shown | given | {"seen": mark(case)})
    assert answer.status_code == 302, answer.context["form"].errors
    case.refresh_from_db()
    return case


def test_an_unknown_time_is_said_and_not_called_law(cast: Cast, as_person: Any) -> None:
    case = open_case(report=told(cast, {**THREAT, "occurred_at": None}))
    police = case.tasks.get(step="police")
    assert (police.statutory, police.clock) == (False, "unknown")
    page = text_of(as_person(cast.henrik), at("case", case))
    assert "Vi ved ikke, hvornår det skete." in page
    assert "Tidspunkt ukendt" in page


def test_a_time_that_is_filled_in_brings_the_laws_own_end(cast: Cast, as_person: Any) -> None:
    case = open_case(report=told(cast, {**THREAT, "occurred_at": None}))
    facts(as_person(cast.henrik), case, occurred_at="2026-11-23T10:00")
    police = case.tasks.get(step="police")
    assert (police.statutory, police.clock) == (True, "law")


def test_a_rule_nobody_confirmed_says_so_in_the_case(cast: Cast, as_person: Any) -> None:
    cast.workplace.law_options = {"l31_2026": True}
    cast.workplace.save()
    report = told(cast, {**THREAT, "occurred_at": "2026-11-20T12:00:00+01:00"})
    case = open_case(report=report)
    facts(as_person(cast.henrik), case, incapacity_days="4")
    task = case.tasks.get(step="easy_absence")
    assert (task.statutory, task.clock) == (False, "proposed")
    assert "Foreslået, ikke bekræftet" in text_of(as_person(cast.henrik), at("case", case))


def test_days_of_incapacity_can_be_entered_and_taken_away(cast: Cast, as_person: Any) -> None:
    case = open_case(report=told(cast))
    assert facts(as_person(cast.henrik), case, incapacity_days="2").facts["incapacity_days"] == 2
    assert case.tasks.filter(step="easy_absence", state="open").exists()
    facts(as_person(cast.henrik), case, incapacity_days="")
    assert not case.tasks.filter(step="easy_absence", state="open").exists()


def test_an_hour_that_came_twice_is_taken_as_the_first_and_said(cast: Cast, as_person: Any) -> None:
    case = open_case(report=told(cast))
    facts(as_person(cast.henrik), case, occurred_at="2026-10-25T02:30")
    assert case.facts["occurred_at"] == "2026-10-25T02:30:00+02:00"
    police = Task.objects.get(case=case, step="police")
    address = reverse("cases:task", args=[police.pk])
    assert "kom to gange" in text_of(as_person(cast.henrik), address)


def test_the_steps_of_a_joined_case_say_who_and_which_message(cast: Cast, as_person: Any) -> None:
    answers = {**THREAT, "occurred_at": "2026-11-20T12:00:00+01:00"}
    mine = open_case(report=told(cast))
    his = open_case(report=told(cast, answers, author=cast.jonas))
    join(case=his, into=mine, by=cast.henrik)
    page = text_of(as_person(cast.henrik), at("case", mine))
    assert "(Jonas Bæk, beskeden fra 20. november 2026 kl. 12.00)" in page
    own = text_of(as_person(cast.rikke), at("case", mine))
    assert "beskeden fra 20. november" not in own


def test_the_affected_person_of_a_joined_case_sees_their_own_police_time(
    cast: Cast, as_person: Any
) -> None:
    now = timezone.now()
    answers = {**THREAT, "occurred_at": (now - timedelta(hours=9)).isoformat()}
    mine = open_case(report=told(cast))
    his = open_case(report=told(cast, answers, author=cast.jonas))
    join(case=his, into=mine, by=cast.henrik)
    page = as_person(cast.jonas).get(at("case", mine))
    assert page.context["police"].until == now + timedelta(hours=63)


def test_the_highest_punishment_stands_by_the_section(cast: Cast, as_person: Any) -> None:
    case = open_case(report=told(cast))
    page = text_of(as_person(cast.henrik), at("case", case))
    assert "Højst 2 års fængsel." in page


def test_a_day_without_a_clock_time_is_counted_from_its_start_and_said(
    cast: Cast, as_person: Any
) -> None:
    case = open_case(report=told(cast, {**THREAT, "occurred_at": "2026-11-24T00:00:00+01:00"}))
    police = case.tasks.get(step="police")
    assert (police.statutory, police.clock) == (False, "day")
    assert "Vi kender kun dagen." in text_of(as_person(cast.henrik), at("case", case))
    facts(as_person(cast.henrik), case, occurred_at="2026-11-24T13:00")
    police.refresh_from_db()
    assert (police.statutory, police.clock) == (True, "law")


def test_the_facts_of_a_joined_case_can_be_corrected(cast: Cast, as_person: Any) -> None:
    mine = open_case(report=told(cast))
    his = open_case(report=told(cast, author=cast.jonas))
    join(case=his, into=mine, by=cast.henrik)
    address = f"{at('facts', mine)}?del={his.pk}"
    assert address in text_of(as_person(cast.henrik), at("case", mine))
    assert "Her retter du det" in text_of(as_person(cast.henrik), address)
    as_person(cast.henrik).post(address, {"incapacity_days": "3", "seen": mark(mine)})
    task = Task.objects.get(case=mine, step="easy_absence")
    assert task.person == cast.jonas


def test_a_case_that_is_not_joined_is_not_corrected_from_here(cast: Cast, as_person: Any) -> None:
    mine, other = open_case(report=told(cast)), open_case(report=told(cast, author=cast.jonas))
    answer = as_person(cast.henrik).get(f"{at('facts', mine)}?del={other.pk}")
    assert answer.status_code == 404


def test_a_number_counts_for_the_person_it_is_about(cast: Cast, as_person: Any) -> None:
    mine = open_case(report=told(cast))
    his = open_case(report=told(cast, author=cast.jonas))
    join(case=his, into=mine, by=cast.henrik)
    police = Task.objects.filter(case=mine, step="police")
    address, given = at("contact", mine), {"kind": "police", "reference": "J-1", "who": ""}
    as_person(cast.henrik).post(address, given)
    assert police.filter(state="open").count() == 2
    task = police.get(person=cast.jonas)
    as_person(cast.henrik).post(f"{address}?skridt={task.pk}", given | {"reference": "J-2"})
    assert [one.person for one in police.filter(state="done")] == [cast.jonas]


def test_the_list_of_tasks_says_whose_time_it_is_and_names_nobody(
    cast: Cast, as_person: Any
) -> None:
    mine = open_case(report=told(cast))
    his = open_case(report=told(cast, {**THREAT, "occurred_at": None}, author=cast.jonas))
    join(case=his, into=mine, by=cast.henrik)
    page = text_of(as_person(cast.mads), reverse("cases:tasks"))
    assert "Tidspunkt ukendt" in page
    assert "Jonas Bæk" not in page
