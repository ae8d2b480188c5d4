"""What is told after a verdict is judged by nobody, however much it sounds like what was."""

import pytest
from conftest import Cast

from vaern.ground.notify.models import Notice
from vaern.ground.queue.drain import drain
from vaern.handle.cases.actions import (
    close,
    complete,
    confirm,
    open_case,
    overrule,
    set_not_relevant,
)
from vaern.handle.cases.models import Case, Note
from vaern.handle.cases.tests.episodes import told
from vaern.handle.cases.tests.pages import at, text_of
from vaern.handle.reports.actions import add_later
from vaern.handle.reports.models import Report
from vaern.handle.triage.jobs import consider
from vaern.handle.triage.models import Verdict

JOKE = "Han skrev: så slår jeg nogen ihjel, for sjov."
DEATH = "Jeg slår dig ihjel i aften klokken 20."


def joked(cast: Cast) -> tuple[Case, Report]:
    report = told(cast, {"kinds": ["threat"], "relation": "citizen"})
    report.text = JOKE
    report.save()
    consider(str(report.pk))
    return open_case(report=report), report


def says_more(cast: Cast, report: Report, text: str) -> Case:
    """Rikke tells it, and every job that follows runs, and then runs again."""
    add_later(report=report, by=cast.rikke, text=text, files=[])
    drain()
    consider(str(report.pk))
    drain()
    return Case.objects.get(key=report.key)


def judge(case: Case, cast: Cast, *, kinds: list[str], urgency: int, severity: str = "") -> None:
    overrule(
        case=case, by=cast.henrik, harassment=bool(kinds), kinds=kinds, urgency=urgency,
        severity=severity, reason="Læst.",
    )  # fmt: skip


VERDICTS = [
    {"kinds": [], "urgency": 3},
    {"kinds": [], "urgency": 0},
    {"kinds": ["threat"], "urgency": 1, "severity": "offensive"},
]


@pytest.mark.parametrize("verdict", VERDICTS)
def test_new_danger_of_the_same_kind_raises_the_case(cast: Cast, as_person, verdict) -> None:
    case, report = joked(cast)
    judge(case, cast, **verdict)
    Notice.objects.all().delete()
    case = says_more(cast, report, DEATH)
    assert (case.urgency, case.severity) == (3, "acute_danger")
    assert "threat" in case.kinds
    assert not case.facts["not_harassment"]
    assert case.tasks.get(step="safety").state == "open"
    assert case.tasks.get(step="take_over").state == "open"
    assert Notice.objects.filter(kind="case_acute", person=cast.mads).count() == 1
    assert case.events.filter(code="triage.raised").count() == 1
    assert "svaret igen" in text_of(as_person(cast.henrik), at("case", case))


def test_an_ordinary_word_raises_nothing(cast: Cast, as_person) -> None:
    case, report = joked(cast)
    judge(case, cast, kinds=[], urgency=0)
    case = says_more(cast, report, "Tak for hjælpen.")
    assert (case.kinds, case.urgency, case.facts["not_harassment"]) == ([], 0, True)
    assert not case.events.filter(code="triage.raised").exists()
    assert "svaret igen" not in text_of(as_person(cast.henrik), at("case", case))


def test_what_is_known_besides_does_not_make_a_word_of_thanks_grave(cast: Cast) -> None:
    case, report = joked(cast)
    report.answers = {**report.answers, "blocked": True}
    report.save()
    consider(str(report.pk))
    drain()
    judge(case, cast, kinds=[], urgency=0)
    assert says_more(cast, report, "Tak for hjælpen.").urgency == 0


def test_the_new_verdict_counts_until_more_comes(cast: Cast, as_person) -> None:
    case, report = joked(cast)
    judge(case, cast, kinds=[], urgency=0)
    case = says_more(cast, report, DEATH)
    judge(case, cast, kinds=[], urgency=0)
    assert Verdict.objects.count() == 2
    case = says_more(cast, report, "Tak for hjælpen.")
    assert (case.urgency, case.facts["not_harassment"]) == (0, True)
    assert "svaret igen" not in text_of(as_person(cast.henrik), at("case", case))


def test_a_step_a_person_had_set_aside_comes_back_with_new_danger(cast: Cast) -> None:
    case, report = joked(cast)
    case = says_more(cast, report, DEATH)
    assert confirm(case=case, by=cast.henrik)
    safety, away = case.tasks.get(step="safety"), case.tasks.get(step="not_alone")
    for task in (safety, away):
        set_not_relevant(task=task, reason="Hun er bortrejst.", by=cast.henrik)
    Notice.objects.all().delete()
    says_more(cast, report, "Nu skriver han: " + DEATH)
    safety.refresh_from_db()
    away.refresh_from_db()
    assert (safety.state, safety.result, away.state) == ("open", "", "not_relevant")
    assert Note.objects.get(task=safety).text == "Hun er bortrejst."
    assert Notice.objects.filter(kind="case_acute", person=cast.henrik).count() == 1
    set_not_relevant(task=safety, reason="Stadig væk.", by=cast.henrik)
    says_more(cast, report, "Tak for hjælpen.")
    safety.refresh_from_db()
    assert safety.state == "not_relevant"


def shut(case: Case, cast: Cast) -> None:
    close(case=case, outcome="stopped", word="Slut.", reason="Aftalt.", by=cast.henrik)


def test_a_closed_case_gets_its_plan_again(cast: Cast) -> None:
    case, report = joked(cast)
    complete(task=case.tasks.get(step="evidence"), result="Gemt.", by=cast.mads)
    shut(case, cast)
    case = says_more(cast, report, DEATH)
    assert case.state == "open"
    assert {task.step for task in case.tasks.filter(state="open")} >= {"safety", "first_aid"}
    assert case.tasks.get(step="evidence").state == "done"
    assert not case.tasks.filter(left="closed").exists()


def test_danger_after_the_first_steps_were_done_has_a_step_of_its_own_at_once(cast: Cast) -> None:
    case, report = joked(cast)
    case = says_more(cast, report, DEATH)
    complete(task=case.tasks.get(step="safety"), result="Hun er hjemme.", by=cast.mads)
    shut(case, cast)
    case = says_more(cast, report, "Han skriver igen: " + DEATH)
    again = case.tasks.get(step__startswith="look_again")
    reopened = case.events.get(code="case.reopened")
    assert (again.due_at - reopened.at).total_seconds() <= 15 * 60
    assert (again.phase, again.text["title"]["da"]) == (
        "acute",
        "Ny fare: sørg for, at ingen er i fare",
    )


def test_an_ordinary_word_about_a_closed_case_brings_one_step(cast: Cast) -> None:
    case, report = joked(cast)
    shut(case, cast)
    case = says_more(cast, report, "Tak for hjælpen.")
    assert [task.step for task in case.tasks.filter(state="open")] == ["look_again_1"]


def test_an_answer_from_a_page_from_before_is_asked_again(cast: Cast, as_person) -> None:
    case, report = joked(cast)
    henrik = as_person(cast.henrik)
    page = henrik.get(at("verdict", case, report=report.pk))
    mark = page.context["suggestion"].mark
    says_more(cast, report, JOKE)
    given = {"harassment": "no", "urgency": "0", "severity": "", "reason": "Nej.", "sure": "yes"}
    henrik.post(at("verdict", case, report=report.pk), {**given, "word": "x", "suggestion": mark})
    assert not Verdict.objects.exists()
