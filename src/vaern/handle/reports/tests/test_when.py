"""When it happened, by the workplace's own clock."""

from datetime import UTC, datetime

import pytest
import time_machine

from vaern.handle.reports.models import Report
from vaern.handle.reports.tests.filling import begin, fill

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
