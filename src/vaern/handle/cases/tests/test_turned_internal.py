"""The sender turns out to be one of us: no manager stays in by role, and the case asks who it is."""

from conftest import Cast

from vaern.handle.cases.actions import assign, correct, keep_out, let_in, open_case
from vaern.handle.cases.models import Case, Member
from vaern.handle.cases.tests.episodes import told
from vaern.handle.cases.tests.pages import at, text_of

ASKS = "Hvem er det?"


def parts(case: Case) -> set[str]:
    return {str(member.person) for member in Member.objects.filter(case=case)}


def turned(cast: Cast, relation: str = "manager") -> Case:
    case = open_case(report=told(cast))
    assert "Mads Holm" in parts(case)
    correct(case=case, by=cast.henrik, facts={"relation": relation})
    return case


def test_the_manager_goes_out_and_her_steps_to_hr(cast: Cast, as_person) -> None:
    for relation in ("manager", "colleague"):
        case = turned(cast, relation)
        assert parts(case) == {"Rikke Lund", "Henrik Dam", "Amina Yusuf"}
        assert not case.tasks.filter(state="open", owner=cast.mads).exists()
        assert as_person(cast.mads).get(at("case", case)).status_code == 404


def test_who_a_person_let_in_or_gave_a_step_stays(cast: Cast) -> None:
    case = open_case(report=told(cast))
    given = case.tasks.filter(owner=cast.henrik, state="open")[0]
    assign(task=given, owner=cast.mads, by=cast.henrik)
    let_in(case=case, person=cast.karen, part="handler", why="expert", by=cast.henrik)
    correct(case=case, by=cast.henrik, facts={"relation": "colleague"})
    assert {"Mads Holm", "Karen Toft"} <= parts(case)
    assert list(case.tasks.filter(state="open", owner=cast.mads)) == [given]


def test_where_it_is_known_who_it_is_the_manager_stays(cast: Cast) -> None:
    case = open_case(report=told(cast))
    keep_out(case=case, person=cast.jonas, why="named", by=cast.henrik)
    correct(case=case, by=cast.henrik, facts={"relation": "colleague"})
    assert "Mads Holm" in parts(case)


def test_the_case_asks_until_somebody_is_named(cast: Cast, as_person) -> None:
    case, henrik = turned(cast), as_person(cast.henrik)
    assert ASKS in text_of(henrik, at("case", case))
    page = henrik.get(at("people", case) + "?do=out")
    assert page.context["forms"]["out"]["why"].value() == "named"
    given = {"do": "out", "out-person": cast.mads.pk, "out-why": "named"}
    henrik.post(at("people", case), given)
    assert ASKS not in text_of(henrik, at("case", case))


def test_nobody_knows_is_an_answer_until_the_sender_is_corrected(cast: Cast, as_person) -> None:
    case, henrik = turned(cast), as_person(cast.henrik)
    for _ in range(2):
        assert henrik.post(at("sender", case), {"answer": "unknown"}).status_code == 302
    page = text_of(henrik, at("case", case))
    assert ASKS not in page
    assert "Det vides ikke, hvem af arbejdspladsens egne der står bag." in page
    assert case.events.filter(code="sender.unknown").count() == 1
    assert "Mads Holm" not in parts(case)
    correct(case=case, by=cast.henrik, facts={"relation": "colleague"})
    assert ASKS in text_of(henrik, at("case", case))


def test_a_manager_who_corrects_it_hears_why_the_case_is_gone(cast: Cast, as_person) -> None:
    case, mads = open_case(report=told(cast)), as_person(cast.mads)
    answer = mads.post(at("facts", case), {"relation": "colleague"}, follow=True)
    assert answer.status_code == 200
    assert "HR behandler sagen fra nu af" in answer.content.decode()


def test_a_case_from_outside_asks_nothing(cast: Cast, as_person) -> None:
    case = open_case(report=told(cast))
    assert ASKS not in text_of(as_person(cast.henrik), at("case", case))
