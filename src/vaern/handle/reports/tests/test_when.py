"""When it happened, by the workplace's own clock."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.urls import reverse

from vaern.ground.queue.drain import drain
from vaern.handle.reports.models import Report
from vaern.handle.reports.tests.filling import begin, fill
from vaern.handle.reports.tests.telling import draft_by, report_by

# Friday 20 November 2026, 22.30 in Copenhagen.
EVENING = datetime(2026, 11, 20, 21, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("answers", "occurred", "hours"),
    [
        ({"when": "now"}, "2026-11-20T22:30:00+01:00", "outside"),
        ({"when": "today", "clock": "10:15"}, "2026-11-20T10:15:00+01:00", "inside"),
        ({"when": "yesterday", "clock": "07:59"}, "2026-11-19T07:59:00+01:00", "outside"),
        ({"when": "yesterday", "clock": ""}, "2026-11-19T00:00:00+01:00", None),
        (
            {"when": "other", "day": "2026-07-01", "clock": "09:00"},
            "2026-07-01T09:00:00+02:00",
            "inside",
        ),
        (
            {"when": "other", "day": "2026-04-03", "clock": "09:00"},  # Good Friday
            "2026-04-03T09:00:00+02:00",
            "outside",
        ),
    ],
)
def test_moment_and_working_time(cast, as_person, answers, occurred, hours):
    with time_machine.travel(EVENING, tick=False):
        rikke = as_person(cast.rikke)
        pk = begin(rikke)
        assert fill(rikke, pk, "hvor", **answers).status_code == 303
    told = Report.objects.get().answers
    assert told["occurred_at"] == occurred
    assert told.get("working_time") == hours


@pytest.mark.parametrize(
    "answers",
    [
        {"when": "other", "day": ""},
        {"when": "other", "day": "2026-11-21"},
        {"when": "today", "clock": "23:30"},
        {"when": "other", "day": "i sommer"},
        {"when": "other", "day": "0026-11-20"},
        {"when": "other", "day": "0001-01-01", "clock": "00:30"},
        {"when": "other", "day": "1900-01-01"},
        {"when": ""},
    ],
)
def test_what_cannot_be_is_asked_again(cast, as_person, answers):
    with time_machine.travel(EVENING, tick=False):
        rikke = as_person(cast.rikke)
        pk = begin(rikke)
        answer = fill(rikke, pk, "hvor", **answers)
    assert answer.status_code == 200
    assert "occurred_at" not in Report.objects.get().answers


def test_a_year_with_a_slip_in_it_is_told(cast, as_person):
    rikke = as_person(cast.rikke)
    answer = fill(rikke, begin(rikke), "hvor", when="other", day="0026-11-20")
    assert "Skriv årstallet helt ud" in answer.content.decode()


@pytest.mark.parametrize("at", ["0001-01-01T00:00:00+00:50", "9999-12-31T23:59:59-11:00", "i går"])
def test_no_page_falls_over_what_is_stored(cast, as_person, at):
    rikke, henrik = as_person(cast.rikke), as_person(cast.henrik)
    draft, report = draft_by(cast.rikke, occurred_at=at), report_by(cast.rikke, occurred_at=at)
    drain()
    case = reverse("cases:case", args=[report.in_case.case_id])
    own = [reverse("reports:report", args=[report.pk]), reverse("reports:mine")]
    steps = [reverse("reports:step", args=[draft.pk, slug]) for slug in ("hvor", "send")]
    for url in (*own, *steps, case, reverse("cases:receipt", args=[report.pk])):
        assert rikke.get(url).status_code == 200
    for url in (case, f"{case}oplysninger/"):
        assert henrik.get(url).status_code == 200
