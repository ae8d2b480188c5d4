"""A report in a case grows: the handlers hear of it, and a graver assessment raises the case."""

from conftest import Cast
from django.utils import timezone

from vaern.ground.notify.models import Notice
from vaern.handle.cases import jobs
from vaern.handle.cases.actions import confirm, open_case
from vaern.handle.cases.tests.episodes import told
from vaern.handle.reports.models import Addition
from vaern.handle.triage.actions import suggest
from vaern.handle.triage.merging import NOTHING

GRAVE = {**NOTHING, "kinds": [{"kind": "extortion", "score": 0.9}], "urgency": 3, "engine": "p"}


def test_handlers_hear_of_an_addition_once(cast: Cast) -> None:
    report = told(cast)
    case = open_case(report=report)
    Addition.objects.create(
        workplace=cast.workplace, report=report, author=cast.rikke, at=timezone.now(), text="Mere"
    )
    for _ in range(2):
        jobs.heard_more(str(report.pk))
    heard = Notice.objects.filter(kind="more_added").values_list("person", flat=True)
    assert sorted(heard) == sorted([cast.mads.pk, cast.amina.pk, cast.henrik.pk])
    assert case.events.filter(code="report.added_to").count() == 1


def test_a_graver_assessment_raises_the_case(cast: Cast) -> None:
    report = told(cast)
    case = open_case(report=report)
    suggest(report=report, assessment=GRAVE, by=None)
    jobs.heard_more(str(report.pk))
    case.refresh_from_db()
    assert (case.urgency, case.kinds) == (3, ["threat", "extortion"])
    assert case.tasks.filter(step="safety").exists()


def test_a_person_has_the_last_word(cast: Cast) -> None:
    report = told(cast)
    case = open_case(report=report)
    confirm(case=case, by=cast.henrik)
    suggest(report=report, assessment=GRAVE, by=None)
    jobs.heard_more(str(report.pk))
    case.refresh_from_db()
    assert case.urgency == 2
