"""A report that comes in is assessed, judged and passed on; ordinary post is left alone."""

from typing import Any

from conftest import Cast
from django_q.models import OrmQ
from django_q.signing import SignedPackage

from vaern.ground.notify.models import Notice
from vaern.handle.reports.actions import add_later, leave_alone
from vaern.handle.reports.models import Report, Status, Via
from vaern.handle.reports.tests.telling import report_by
from vaern.handle.triage import jobs
from vaern.handle.triage.models import Suggestion

COMPLAINT = (
    "Jeg er utilfreds med jeres afgørelse og klager til borgmesteren i morgen. Det er for dårligt!"
)
MESSAGE = {"kinds": None, "relation": "unknown", "channel": "email", "channel_owner": "workplace"}


def considered(report: Report) -> Report:
    OrmQ.objects.all().delete()
    jobs.consider(str(report.pk))
    return Report.objects.select_related("key__parent").get(pk=report.pk)


def message(cast: Cast, text: str) -> Report:
    report = report_by(cast.rikke, via=Via.SELF, text=text, **MESSAGE)
    Report.objects.filter(pk=report.pk).update(via=Via.MESSAGE)
    return report


def passed_on() -> list[str]:
    return [SignedPackage.loads(row.payload)["func"] for row in OrmQ.objects.all()]


def test_what_a_person_tells_becomes_a_case(cast: Cast) -> None:
    report = considered(report_by(cast.rikke, text="Han ringede igen."))
    assert report.status == Status.JUDGED
    assert "vaern.handle.cases.jobs.open_for" in passed_on()
    assert report.suggestion.finding["regime"] == "vold"
    assert report.suggestion.urgency == 2


def test_a_threatening_message_becomes_a_case(cast: Cast) -> None:
    report = considered(message(cast, "Jeg slår dig ihjel, når du får fri på mandag."))
    assert report.status == Status.JUDGED
    assert report.suggestion.urgency == 3


def test_an_angry_complaint_is_left_alone(cast: Cast) -> None:
    report = considered(message(cast, COMPLAINT))
    assert report.status == Status.LEFT_ALONE
    assert "vaern.handle.cases.jobs.open_for" not in passed_on()


def test_a_sender_in_danger_is_not_left_alone(cast: Cast) -> None:
    report = considered(message(cast, "Jeg orker ikke at leve mere. Jeg gør det i aften."))
    assert report.status == Status.JUDGED
    assert report.suggestion.urgency == 3


def test_a_message_the_engine_cannot_read_is_shown_to_hr(cast: Cast) -> None:
    report = considered(message(cast, "Je t'attends ce soir devant chez toi avec tes enfants"))
    assert report.status == Status.UNSURE
    assert Notice.objects.filter(person=cast.henrik, kind="message_left_alone").count() == 1


def test_considering_twice_makes_one_suggestion(cast: Cast) -> None:
    report = report_by(cast.rikke, text="Han ringede igen.")
    considered(report)
    considered(report)
    assert Suggestion.objects.count() == 1


def test_a_draft_is_not_considered(cast: Cast) -> None:
    report = report_by(cast.rikke)
    Report.objects.filter(pk=report.pk).update(status=Status.DRAFT)
    assert considered(report).status == Status.DRAFT
    assert not Suggestion.objects.exists()


def test_what_comes_later_is_assessed_too(cast: Cast) -> None:
    report = considered(report_by(cast.rikke, text="Han ringede igen."))
    Report.objects.filter(pk=report.pk).update(status=Status.IN_CASE)
    threat = "Nu skriver han, at han slår mig ihjel på mandag."
    add_later(report=report, by=cast.rikke, text=threat, files=[])
    report = considered(report)
    assert "vaern.handle.cases.jobs.heard_more" in passed_on()
    assert report.suggestion.urgency == 3


def test_a_message_a_person_left_alone_stays_so(cast: Cast) -> None:
    report = considered(message(cast, COMPLAINT))
    leave_alone(report=report, by=cast.henrik)
    assert considered(report).status == Status.LEFT_ALONE


def test_an_answer_the_rules_cannot_read_stops_nothing(cast: Cast) -> None:
    strange: dict[str, Any] = {"channel": "brevdue", "occurred_at": "i går", "kinds": ["drage"]}
    report = considered(report_by(cast.rikke, **strange))
    assert report.status == Status.JUDGED
