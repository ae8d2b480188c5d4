"""The page of one step: done, not relevant, to another, a comment."""

from conftest import Cast
from django.urls import reverse

from vaern.handle.cases import access
from vaern.handle.cases.actions import keep_out, open_case
from vaern.handle.cases.models import Note, Task
from vaern.handle.cases.tests.episodes import told
from vaern.handle.cases.tests.pages import at, do, text_of


def step(cast: Cast, code: str = "take_over") -> Task:
    case = open_case(report=told(cast))
    task: Task = case.tasks.get(step=code)
    return task


def test_done_with_a_result_and_what_comes_next(cast: Cast, as_person) -> None:
    task, mads = step(cast), as_person(cast.mads)
    answer = do(mads, task, "done", result="Talte med Rikke kl. 10.")
    assert answer.url == at("case", task.case)
    task.refresh_from_db()
    assert (task.state, task.result, task.done_by) == ("done", "Talte med Rikke kl. 10.", cast.mads)
    assert "Det næste er:" in text_of(mads, answer.url)


def test_done_without_a_result_is_asked_for_it(cast: Cast, as_person) -> None:
    task = step(cast)
    answer = do(as_person(cast.mads), task, "done", result="  ")
    assert answer.status_code == 200
    task.refresh_from_db()
    assert task.state == "open"


def test_done_twice_keeps_the_first_result(cast: Cast, as_person) -> None:
    task, mads = step(cast), as_person(cast.mads)
    do(mads, task, "done", result="Den første.")
    assert do(mads, task, "done", result="Den anden.").status_code == 302
    task.refresh_from_db()
    assert task.result == "Den første."
    assert [note.text for note in task.comments.all()] == ["Den anden."]
    assert "gemt som en kommentar" in text_of(mads, at("case", task.case))


def test_a_double_click_is_said_to_be_saved_and_makes_no_comment(cast: Cast, as_person) -> None:
    task, mads = step(cast), as_person(cast.mads)
    for _ in range(2):
        do(mads, task, "done", result="Talte med Rikke.")
    assert not task.comments.exists()
    assert "Det er gemt i forvejen." in text_of(mads, at("case", task.case))


def test_given_on_meanwhile_is_not_called_done(cast: Cast, as_person) -> None:
    task, mads = step(cast), as_person(cast.mads)
    do(as_person(cast.henrik), task, "done", result="Gjort.")
    do(mads, task, "reassign", person=str(cast.jonas.pk))
    assert "Intet er ændret" in text_of(mads, at("case", task.case))


def test_a_step_set_aside_is_taken_up_again(cast: Cast, as_person) -> None:
    task, mads = step(cast), as_person(cast.mads)
    do(mads, task, "not_relevant", reason="Rikke er på ferie.")
    page = text_of(mads, reverse("cases:task", args=[task.pk]))
    assert "Tag skridtet op igen" in page
    do(mads, task, "again")
    task.refresh_from_db()
    assert (task.state, task.result, task.done_by) == ("open", "", None)
    assert [note.text for note in task.comments.all()] == ["Rikke er på ferie."]


def test_not_relevant_needs_a_reason(cast: Cast, as_person) -> None:
    task, mads = step(cast), as_person(cast.mads)
    assert do(mads, task, "not_relevant", reason="").status_code == 200
    assert do(mads, task, "not_relevant", reason="Rikke er på ferie.").status_code == 302
    task.refresh_from_db()
    assert task.state == "not_relevant"


def test_given_to_another_who_is_let_in(cast: Cast, as_person) -> None:
    task = step(cast)
    do(as_person(cast.mads), task, "reassign", person=str(cast.jonas.pk))
    task.refresh_from_db()
    assert task.owner == cast.jonas
    assert access.handled_case(cast.jonas, task.case_id)


def test_kept_out_and_affected_are_not_offered(cast: Cast, as_person) -> None:
    task = step(cast)
    keep_out(case=task.case, person=cast.jonas, why="conflict", by=cast.henrik)
    page = text_of(as_person(cast.mads), reverse("cases:task", args=[task.pk]))
    offered = page[page.index("<select") : page.index("</select>")]
    assert "Jonas" not in offered
    assert "Rikke" not in offered
    assert "Amina" in offered


def test_comment_is_internal(cast: Cast, as_person) -> None:
    task = step(cast)
    do(as_person(cast.mads), task, "comment", text="Husk telefonen.")
    assert Note.objects.get(task=task).text == "Husk telefonen."
    assert "Husk telefonen." not in text_of(as_person(cast.rikke), at("case", task.case))


def test_step_is_hidden_from_all_but_handlers(cast: Cast, as_person) -> None:
    task = step(cast)
    for person in (cast.rikke, cast.karen, cast.olga, cast.jonas):
        assert as_person(person).get(reverse("cases:task", args=[task.pk])).status_code == 404
        assert do(as_person(person), task, "done", result="x").status_code == 404


def test_each_step_says_where_the_advice_is_from(cast: Cast, as_person) -> None:
    task = step(cast, "first_aid")
    page = text_of(as_person(cast.mads), reverse("cases:task", args=[task.pk]))
    assert "Kilde:" in page
    assert f'href="{task.text["source"][0]}"' in page
