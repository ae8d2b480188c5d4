"""A report in a case grows: the handlers hear of it, and a graver assessment raises the case."""

from collections.abc import Mapping
from typing import Any

from conftest import Cast
from django.utils import timezone
from django_q.models import OrmQ

from vaern.ground.notify.models import Notice
from vaern.ground.queue.drain import drain
from vaern.handle.cases import jobs, speaking
from vaern.handle.cases.actions import confirm, open_case, overrule
from vaern.handle.cases.models import Case
from vaern.handle.cases.tests.episodes import told
from vaern.handle.cases.tests.pages import at, text_of
from vaern.handle.reports.attaching import File
from vaern.handle.reports.models import Addition, Report
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


def heard_more(report: Report, case: Case, assessment: Mapping[str, Any]) -> Case:
    """The report was assessed again; twice, as a queue may."""
    suggest(report=report, assessment=assessment, by=None)
    for _ in range(2):
        jobs.heard_more(str(report.pk))
    return Case.objects.get(pk=case.pk)


def test_more_urgent_is_told_to_handlers_and_owners_once(cast: Cast) -> None:
    report = told(cast)
    case = open_case(report=report)
    heard_more(report, case, GRAVE)
    alarmed = Notice.objects.filter(kind="case_acute").values_list("person", flat=True)
    assert sorted(alarmed) == sorted([cast.mads.pk, cast.henrik.pk, cast.amina.pk])
    assert case.events.filter(code="triage.raised").count() == 1


def test_urgent_today_is_told_too(cast: Cast) -> None:
    report = told(cast, {"kinds": ["degrading"]})
    case = open_case(report=report)
    heard_more(report, case, {**GRAVE, "urgency": 2})
    assert Notice.objects.filter(kind="case_more_urgent", person=cast.mads).count() == 1


def test_a_verdict_does_not_cover_what_is_graver_later(cast: Cast, as_person) -> None:
    report = told(cast)
    case = open_case(report=report)
    assert confirm(case=case, by=cast.henrik)
    assert heard_more(report, case, GRAVE).urgency == 3
    henrik = as_person(cast.henrik)
    assert "svaret igen" in text_of(henrik, at("case", case))
    assert confirm(case=case, by=cast.henrik)
    assert "svaret igen" not in text_of(henrik, at("case", case))


def test_a_persons_word_stands_when_nothing_is_graver(cast: Cast) -> None:
    report = told(cast)
    case = open_case(report=report)
    overrule(
        case=case, by=cast.henrik, harassment=True, kinds=["degrading"], urgency=1,
        severity="offensive", reason="Læst.",
    )  # fmt: skip
    after = heard_more(report, case, {**NOTHING, "engine": "p"})
    assert (after.kinds, after.urgency) == (["degrading"], 1)
    assert not after.events.filter(code="triage.raised").exists()


def test_no_harassment_does_not_silence_what_is_graver_later(cast: Cast) -> None:
    report = told(cast)
    case = open_case(report=report)
    overrule(
        case=case, by=cast.henrik, harassment=False, kinds=[], urgency=0, severity="",
        reason="Læst.",
    )  # fmt: skip
    after = heard_more(report, case, GRAVE)
    assert after.kinds == ["threat", "extortion"]
    assert after.tasks.get(step="take_over").state == "open"


def test_a_sender_in_danger_later_brings_only_care_back(cast: Cast) -> None:
    report = told(cast)
    case = open_case(report=report)
    overrule(
        case=case, by=cast.henrik, harassment=False, kinds=[], urgency=0, severity="",
        reason="Læst.",
    )  # fmt: skip
    after = heard_more(report, case, {**GRAVE, "kinds": [{"kind": "self_harm", "score": 0.9}]})
    assert after.kinds == []
    assert after.tasks.get(step="sender_care").state == "open"
    assert after.tasks.get(step="evidence").state == "not_relevant"


def test_what_grew_while_the_case_was_opened_is_not_lost(cast: Cast) -> None:
    report = told(cast)
    case = open_case(report=report)
    suggest(report=report, assessment=GRAVE, by=None)
    jobs.open_for(str(report.pk))
    assert Case.objects.get(pk=case.pk).urgency == 3


def test_evidence_from_a_handler_is_assessed(cast: Cast) -> None:
    case = open_case(report=told(cast, {"kinds": ["degrading"]}))
    OrmQ.objects.all().delete()
    file = File("n.txt", "Jeg ved, hvor du bor. Jeg slår dig ihjel.".encode())
    speaking.add_evidence(case=case, by=cast.henrik, files=[file])
    drain()
    case.refresh_from_db()
    assert case.urgency == 3
    assert Notice.objects.filter(kind="case_acute", person=cast.mads).exists()
