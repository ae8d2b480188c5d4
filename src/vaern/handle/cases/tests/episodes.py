"""Reports as the other rooms leave them: told, sent and considered, ready for a case."""

from typing import Any

from conftest import Cast
from django.utils import timezone

from vaern.ground.people.models import Person
from vaern.ground.vault import cipher
from vaern.ground.vault.actions import new_key
from vaern.handle.reports.models import Report, Status, Via
from vaern.handle.triage.actions import suggest
from vaern.handle.triage.merging import NOTHING

THREAT = {
    "kinds": ["threat"],
    "channel": "email",
    "channel_owner": "workplace",
    "relation": "citizen",
    "target": "employee",
}


def told(
    cast: Cast,
    answers: dict[str, Any] | None = None,
    *,
    author: Person | None = None,
    affected: Person | None = None,
    sender: str = "",
    assessment: dict[str, Any] | None = None,
) -> Report:
    """A report that Rikke (or ``author``) sent, with the engine's suggestion."""
    now = timezone.now()
    author = author or cast.rikke
    key = new_key(parent=cast.workplace.key)
    mark = cipher.blind(cast.workplace.key.secret().aes, sender) if sender else ""
    report = Report(
        workplace=cast.workplace,
        key=key,
        status=Status.JUDGED,
        via=Via.SELF,
        author=author,
        affected=affected or author,
        unit=cast.unit,
        answers={"occurred_at": now.isoformat(), **(THREAT if answers is None else answers)},
        text="Han skrev, at jeg skulle passe på.",
        sender=sender,
        sender_mark=mark,
        created_at=now,
        touched_at=now,
        sent_at=now,
    )
    report.save(force_insert=True)
    suggest(report=report, assessment={**NOTHING, **(assessment or {}), "engine": "prøve"}, by=None)
    return report
