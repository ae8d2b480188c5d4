"""Where it hit several, a paper for outside is about the one it is for; a file has all."""

from conftest import Cast

from vaern.handle.cases import timeline
from vaern.handle.cases.actions import complete, let_in, open_case, record_contact
from vaern.handle.cases.models import Case
from vaern.handle.cases.tests.episodes import told
from vaern.handle.cases.tests.pages import at, text_of
from vaern.handle.cases.tests.test_printing import paper
from vaern.handle.cases.tests.test_several_hit import joined

ASKED = "Er den til en, det gik ud over: hvem?"


def worked_on(cast: Cast) -> Case:
    case = joined(cast)
    for one, number in ((cast.rikke, "J-RIKKE"), (cast.jonas, "J-JONAS")):
        record_contact(case=case, kind="police", reference=number, who="", about=one,
                       by=cast.henrik)  # fmt: skip
    complete(task=case.tasks.get(step="take_over", person=cast.jonas), result="x", by=cast.mads)
    return case


def test_it_asks_for_whom_and_keeps_the_rest(cast: Cast, as_person) -> None:
    case, henrik = worked_on(cast), as_person(cast.henrik)
    assert ASKED in text_of(henrik, at("print", case))
    page = paper(henrik, case, whom="outside", content="on")
    assert "Vælg, hvem udskriften er til." in page
    assert "checked" in page
    assert not case.events.filter(code="case.printed").exists()


def test_the_paper_has_what_is_about_that_one(cast: Cast, as_person) -> None:
    case, henrik = worked_on(cast), as_person(cast.henrik)
    for one, other, mine, not_mine in (
        (cast.rikke, cast.jonas, "J-RIKKE", "J-JONAS"),
        (cast.jonas, cast.rikke, "J-JONAS", "J-RIKKE"),
    ):
        page = paper(henrik, case, whom="outside", person=str(one.pk), content="on")
        page = page.split("<main")[1]
        assert mine in page
        assert not_mine not in page
        assert one.name in page
        assert other.name not in page
        assert page.count("jeg skulle passe på") == 1


def test_the_file_has_both_and_says_whose(cast: Cast, as_person) -> None:
    case = worked_on(cast)
    page = paper(as_person(cast.henrik), case, whom="file")
    assert "Politiet (Rikke Lund)" in page
    assert "Politiet (Jonas Bæk)" in page
    assert "Det går ud over: Rikke Lund og Jonas Bæk." in page


def test_where_it_hit_one_nothing_more_is_asked(cast: Cast, as_person) -> None:
    case = open_case(report=told(cast))
    assert ASKED not in text_of(as_person(cast.henrik), at("print", case))
    assert "Uden interne notater." in paper(as_person(cast.henrik), case, whom="outside")


def test_everybody_it_hit_is_named_in_the_summary(cast: Cast) -> None:
    case = open_case(report=told(cast))
    let_in(case=case, person=cast.jonas, part="affected", why="affected", by=cast.henrik)
    let_in(case=case, person=cast.karen, part="affected", why="affected", by=cast.henrik)
    assert "Rikke Lund, Jonas Bæk og Karen Toft." in timeline.summary(case)[0]
