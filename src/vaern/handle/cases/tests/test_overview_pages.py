"""My tasks and my cases."""

from conftest import Cast
from django.urls import reverse

from vaern.handle.cases.actions import close, keep_out, open_case
from vaern.handle.cases.tests.episodes import told
from vaern.handle.cases.tests.pages import at, text_of


def test_tasks_are_the_persons_own_acute_first(cast: Cast, as_person) -> None:
    case = open_case(report=told(cast))
    page = as_person(cast.mads).get(reverse("cases:tasks"))
    rows = [*page.context["acute"], *page.context["now"], *page.context["later"]]
    assert {row.task.owner for row in rows} == {cast.mads}
    assert rows[0].task.phase == "acute"
    assert f"Sag {case.reference}" in page.content.decode()


def test_late_task_shows_for_the_deputy(cast: Cast, as_person) -> None:
    case = open_case(report=told(cast))
    case.tasks.filter(step="take_over").update(deputy=cast.henrik, escalated=2)
    page = as_person(cast.henrik).get(reverse("cases:tasks"))
    assert [row.task.step for row in page.context["standing_in"]] == ["take_over"]
    assert "Du er stedfortræder" in page.content.decode()


def test_nobody_elses_tasks(cast: Cast, as_person) -> None:
    open_case(report=told(cast))
    for person in (cast.rikke, cast.karen, cast.olga):
        assert "Ingen opgaver lige nu" in text_of(as_person(person), reverse("cases:tasks"))


def test_cases_open_and_closed(cast: Cast, as_person) -> None:
    open_one, closed = open_case(report=told(cast)), open_case(report=told(cast))
    close(case=closed, outcome="stopped", word="Slut.", reason="Aftalt.", by=cast.henrik)
    henrik, mine = as_person(cast.henrik), reverse("cases:mine")
    assert at("case", open_one) in text_of(henrik, mine)
    assert at("case", closed) not in text_of(henrik, mine)
    assert at("case", closed) in text_of(henrik, mine + "?vis=afsluttede")


def test_list_says_nothing_of_the_affected(cast: Cast, as_person) -> None:
    open_case(report=told(cast))
    assert "Rikke" not in text_of(as_person(cast.henrik), reverse("cases:mine"))


def test_thirty_a_page(cast: Cast, as_person) -> None:
    for _ in range(31):
        open_case(report=told(cast))
    henrik = as_person(cast.henrik)
    assert len(henrik.get(reverse("cases:mine")).context["rows"]) == 30
    assert len(henrik.get(reverse("cases:mine") + "?side=2").context["rows"]) == 1


def test_kept_out_has_neither_case_nor_task(cast: Cast, as_person) -> None:
    case = open_case(report=told(cast))
    keep_out(case=case, person=cast.mads, why="named", by=cast.henrik)
    mads = as_person(cast.mads)
    assert "Ingen åbne sager" in text_of(mads, reverse("cases:mine"))
    assert "Ingen opgaver lige nu" in text_of(mads, reverse("cases:tasks"))
