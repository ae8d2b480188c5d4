"""A closed case goes on: by a person with a reason, or since more was told. Nothing lands unseen."""

import pytest
from conftest import Cast
from django.utils import timezone

from vaern.ground.notify.models import Notice
from vaern.handle.cases import jobs
from vaern.handle.cases.actions import close, complete, correct, open_case, overrule, reopen
from vaern.handle.cases.changing import Missing
from vaern.handle.cases.models import Case
from vaern.handle.cases.tests.episodes import told
from vaern.handle.cases.tests.pages import at, text_of
from vaern.handle.reports.models import Addition, Report


def closed(cast: Cast) -> tuple[Case, Report]:
    report = told(cast, author=cast.jonas, affected=cast.rikke)
    case = open_case(report=report)
    close(case=case, outcome="stopped", word="Det er stoppet.", reason="Aftalt.", by=cast.henrik)
    case.refresh_from_db()
    return case, report


def tell_more(cast: Cast, report: Report, text: str) -> None:
    Addition.objects.create(
        workplace=cast.workplace, report=report, author=cast.rikke, at=timezone.now(), text=text
    )
    jobs.heard_more(str(report.pk))


def test_more_told_opens_the_case_with_a_step(cast: Cast) -> None:
    case, report = closed(cast)
    tell_more(cast, report, "Han er begyndt igen.")
    case.refresh_from_db()
    report.refresh_from_db()
    assert (case.state, case.outcome, report.outcome, case.closed_at) == ("open", "", "", None)
    step = case.tasks.get(step="look_again_1")
    assert (step.owner, step.state, step.required) == (cast.mads, "open", True)
    assert Notice.objects.filter(person=cast.mads, kind="task_for_you").exists()
    assert Notice.objects.filter(kind="more_added").count() == 3
    assert case.events.filter(code="report.added_to").count() == 1


def test_more_told_twice_is_one_step(cast: Cast) -> None:
    case, report = closed(cast)
    for text in ("Igen.", "Og igen."):
        tell_more(cast, report, text)
    jobs.heard_more(str(report.pk))
    assert case.tasks.filter(step__startswith="look_again").count() == 1
    assert case.events.filter(code="case.reopened").count() == 1


def test_closed_once_more_there_is_a_new_step(cast: Cast) -> None:
    case, report = closed(cast)
    tell_more(cast, report, "Igen.")
    complete(task=case.tasks.get(step="look_again_1"), result="Talt med hende.", by=cast.mads)
    close(case=case, outcome="stopped", word="Slut.", reason="Aftalt.", by=cast.henrik)
    tell_more(cast, report, "En tredje gang.")
    assert case.tasks.get(step="look_again_1").result == "Talt med hende."
    assert case.tasks.get(step="look_again_2").state == "open"


def test_a_new_plan_leaves_the_step_alone(cast: Cast) -> None:
    case, report = closed(cast)
    tell_more(cast, report, "Igen.")
    correct(case=case, by=cast.henrik, facts={"channel": "sms"})
    overrule(case=case, by=cast.henrik, harassment=False, kinds=[], urgency=0, severity="",
             reason="Nej.")  # fmt: skip
    assert case.tasks.get(step="look_again_1").state == "open"


def test_a_person_opens_it_with_a_reason(cast: Cast) -> None:
    case, _report = closed(cast)
    with pytest.raises(Missing):
        reopen(case=case, reason=" ", by=cast.henrik)
    assert reopen(case=case, reason="Ny besked i dag.", by=cast.henrik)
    assert not reopen(case=case, reason="Ny besked i dag.", by=cast.henrik)
    notes = {note.text for note in case.notes.all()}
    assert notes == {"Ny besked i dag.", "Aftalt."}
    for person in (cast.rikke, cast.jonas):
        assert Notice.objects.filter(person=person, path__contains=str(case.pk)).exists()


def test_the_page_offers_it_and_the_reason_is_kept_from_the_affected(cast: Cast, as_person) -> None:
    case, _report = closed(cast)
    henrik = as_person(cast.henrik)
    assert at("reopen", case) in text_of(henrik, at("case", case))
    assert henrik.post(at("reopen", case), {"reason": ""}).status_code == 200
    assert henrik.post(at("reopen", case), {"reason": "Ny besked i dag."}).status_code == 302
    page = text_of(henrik, at("case", case))
    assert "Ny besked i dag." in page
    assert "Sagen blev åbnet igen." in page
    page = text_of(as_person(cast.rikke), at("case", case))
    assert "Ny besked i dag." not in page
    assert "Vi ser på sagen igen" in page
    assert "Det er stoppet." in page


def test_only_those_who_handle_it_open_it(cast: Cast, as_person) -> None:
    case, _report = closed(cast)
    for person in (cast.rikke, cast.jonas, cast.karen, cast.olga):
        assert as_person(person).post(at("reopen", case), {"reason": "x"}).status_code == 404


def test_the_affected_is_told_where_to_add(cast: Cast, as_person) -> None:
    case, _report = closed(cast)
    page = text_of(as_person(cast.rikke), at("case", case))
    assert "Så åbner vi sagen igen." in page
    assert "Tilføj mere" in page
