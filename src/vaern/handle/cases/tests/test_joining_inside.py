"""Joined with a case in which one of us is the sender, or may be, the whole is such a case."""

import pytest
from conftest import Cast
from django.http import Http404

from vaern.ground.people import actions as people
from vaern.ground.people.models import RoleCode
from vaern.handle.cases import access
from vaern.handle.cases.actions import correct, join, let_in, open_case, settle_sender
from vaern.handle.cases.doubt import doubted, from_inside
from vaern.handle.cases.models import Case, Event, Exclusion, Member
from vaern.handle.cases.tests.episodes import THREAT, told
from vaern.handle.cases.tests.pages import at, text_of
from vaern.handle.reports.suspects import MAYBE_FROM

INSIDE = {**THREAT, "relation": "manager"}


def came(cast: Cast, answers=None, **more) -> Case:
    return open_case(report=told(cast, answers, **more))


def parts(case: Case) -> dict[str, str]:
    return {str(member.person): member.part for member in Member.objects.filter(case=case)}


@pytest.mark.parametrize("turned", [False, True])
def test_it_stays_inside_whichever_way_they_are_joined(cast: Cast, as_person, turned) -> None:
    outside, inside = came(cast), came(cast, INSIDE)
    case, into = (outside, inside) if turned else (inside, outside)
    join(case=case, into=into, by=cast.henrik)
    into.refresh_from_db()
    assert (into.regime, into.facts["relation"]) == ("kraenkende_handlinger", "manager")
    assert parts(into) == {
        "Rikke Lund": "affected", "Henrik Dam": "handler", "Amina Yusuf": "support"
    }  # fmt: skip
    assert not into.tasks.filter(owner=cast.mads, state="open").exists()
    assert not into.tasks.filter(deputy=cast.mads, state="open").exists()
    with pytest.raises(Http404):
        access.case_for(cast.mads, into.pk)
    page = text_of(as_person(cast.rikke), at("case", into))
    assert "Tal med HR" in page
    assert "din leder" not in page


def test_the_one_named_is_named_in_the_whole(cast: Cast) -> None:
    outside = came(cast)
    inside = came(cast, {**INSIDE, "internal_person": str(cast.mads.pk)})
    join(case=inside, into=outside, by=cast.henrik)
    outside.refresh_from_db()
    assert outside.facts["internal_person"] == str(cast.mads.pk)
    assert Exclusion.objects.get(case=outside, person=cast.mads).why == "named"
    assert "Mads Holm" not in parts(outside)


@pytest.mark.parametrize("turned", [False, True])
def test_in_doubt_no_manager_is_in_by_role(cast: Cast, turned) -> None:
    clear, doubtful = came(cast), came(cast, {**THREAT, MAYBE_FROM: str(cast.mads.pk)})
    case, into = (clear, doubtful) if turned else (doubtful, clear)
    join(case=case, into=into, by=cast.henrik)
    into.refresh_from_db()
    assert from_inside(into)
    assert "Mads Holm" not in parts(into)
    assert not into.tasks.filter(owner=cast.mads, state="open").exists()


def test_who_may_be_behind_it_goes_where_somebody_else_can(cast: Cast) -> None:
    clear = came(cast)
    people.give_role(person=cast.karen, unit=cast.top, code=RoleCode.HR, by=None)
    doubtful = came(cast, {**THREAT, MAYBE_FROM: str(cast.henrik.pk)})
    join(case=doubtful, into=clear, by=cast.karen)
    assert "Henrik Dam" not in parts(clear)
    assert parts(clear)["Karen Toft"] == "handler"
    assert not clear.tasks.filter(owner=cast.henrik, state="open").exists()


def test_the_only_one_in_hr_stays(cast: Cast) -> None:
    clear, doubtful = came(cast), came(cast, {**THREAT, MAYBE_FROM: str(cast.henrik.pk)})
    join(case=doubtful, into=clear, by=cast.amina)
    assert parts(clear)["Henrik Dam"] == "handler"


def test_whom_somebody_chose_stays_and_who_reported_it_sees_that(cast: Cast) -> None:
    outside, inside = came(cast, author=cast.mads, affected=cast.rikke), came(cast, INSIDE)
    people.give_role(person=cast.karen, unit=cast.unit, code=RoleCode.MANAGER, by=None)
    let_in(case=outside, person=cast.karen, part="handler", why="asked", role="manager",
           by=cast.henrik)  # fmt: skip
    join(case=outside, into=inside, by=cast.henrik)
    assert parts(inside)["Mads Holm"] == "reporter"
    assert parts(inside)["Karen Toft"] == "handler"


def test_the_timeline_says_why_they_are_out(cast: Cast, as_person) -> None:
    outside, inside = came(cast), came(cast, INSIDE)
    join(case=inside, into=outside, by=cast.henrik)
    assert Event.objects.filter(case=outside, code="people.left").exists()
    page = text_of(as_person(cast.henrik), at("case", outside))
    assert "Mads Holm er ude af sagen. HR tager den" in page


def test_a_joined_case_corrected_to_one_of_us_makes_the_whole_so(cast: Cast) -> None:
    mine, his = came(cast), came(cast, author=cast.jonas)
    join(case=his, into=mine, by=cast.henrik)
    assert "Mads Holm" in parts(mine)
    correct(case=mine, by=cast.henrik, facts={"relation": "manager"}, joined=his)
    mine.refresh_from_db()
    assert mine.regime == "kraenkende_handlinger"
    assert "Mads Holm" not in parts(mine)


def test_two_who_may_be_behind_it_are_asked_about_one_after_the_other(cast: Cast) -> None:
    first = came(cast, {**THREAT, MAYBE_FROM: str(cast.mads.pk)})
    second = came(cast, {**THREAT, MAYBE_FROM: str(cast.jonas.pk)})
    join(case=second, into=first, by=cast.henrik)
    first.refresh_from_db()
    assert doubted(first) == cast.mads.pk
    settle_sender(case=first, sent_it=False, by=cast.henrik)
    first.refresh_from_db()
    assert doubted(first) == cast.jonas.pk
    settle_sender(case=first, sent_it=False, by=cast.henrik)
    first.refresh_from_db()
    assert doubted(first) is None
