"""A report as the tests need one, told with the real actions."""

from typing import Any

from vaern.ground.people.models import Person
from vaern.handle.reports import actions
from vaern.handle.reports.models import Report, Via

ANSWERS: dict[str, Any] = {
    "danger": "no",
    "kinds": ["threat"],
    "channel": "sms",
    "channel_owner": "private",
    "relation": "citizen",
    "target": "employee",
    "occurred_at": "2026-11-20T21:14:00+01:00",
    "working_time": "outside",
    "work_connection": True,
}


def draft_by(person: Person, via: str = Via.SELF, **answers: Any) -> Report:
    report = actions.start(by=person, via=via)
    return actions.answer(report=report, by=person, step="who", answers={**ANSWERS, **answers})


def report_by(person: Person, via: str = Via.SELF, **answers: Any) -> Report:
    report = draft_by(person, via, **answers)
    actions.send(report=report, by=person)
    return report
