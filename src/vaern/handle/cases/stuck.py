"""Reports and messages that stand still because their job was lost: put back in the queue, and told of."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from vaern.ground.audit.actions import recording
from vaern.ground.audit.models import AuditRow
from vaern.ground.notify.actions import tell
from vaern.ground.people.calendar import zone_of
from vaern.ground.people.holders import anybody, holder
from vaern.ground.people.models import RoleCode
from vaern.ground.queue.actions import enqueue
from vaern.handle.cases import rules
from vaern.handle.inbox.models import Message
from vaern.handle.reports.models import Report, Status, Via

MOVES = (
    "message.received",
    "report.sent",
    "report.taken_in",
    "report.considered",
    "report.taken_up",
)
PUT_BACK = "report.put_back"


@dataclass(frozen=True)
class Wait:
    """Since when something stands still, and when it was put in the queue again."""

    since: datetime
    again: tuple[datetime, ...]


def waiting(now: datetime) -> list[Report | Message]:
    """What should have moved on by now, of all workplaces: messages without a report, and reports."""
    before = now - rules.PATIENCE
    messages = Message.objects.filter(report=None, received_at__lt=before)
    reports = Report.objects.filter(sent_at__lt=before, status__in=(Status.RECEIVED, Status.JUDGED))
    return [
        *messages.select_related("workplace__key"),
        *reports.select_related("workplace__key", "unit"),
    ]


def put_back(what: Report | Message, now: datetime) -> bool:
    """Have the next step done again; False when it moves, or was put back just now."""
    with recording(workplace=what.workplace, by=None) as record:
        if not _still_there(what):
            return False
        wait = _wait(what)
        if not rules.due_again(wait.since, wait.again, now):
            return False
        record(PUT_BACK, what)
        _enqueue(what)
        if rules.is_stuck(wait.since, len(wait.again), now):
            _tell_hr(what, now)
    return True


def _still_there(what: Report | Message) -> bool:
    """Locked, so that two who look at the same time put it back once."""
    if isinstance(what, Report):
        found = Report.objects.filter(pk=what.pk, status=what.status)
        return found.select_for_update().values_list("pk").first() is not None
    rows = Message.objects.select_for_update().filter(pk=what.pk).values_list("pk")
    return rows.first() is not None and not Report.objects.filter(message=what).exists()


def _enqueue(what: Report | Message) -> None:
    if isinstance(what, Message):
        enqueue("vaern.handle.reports.jobs.take_in", str(what.pk))
    elif what.status == Status.RECEIVED:
        enqueue("vaern.handle.triage.jobs.consider", str(what.pk))
    else:
        enqueue("vaern.handle.cases.jobs.open_for", str(what.pk))


def _wait(what: Report | Message) -> Wait:
    subject = f"{what._meta.label_lower}:{what.pk}"
    rows = AuditRow.objects.filter(workplace=what.workplace_id, subject=subject)
    known = list(rows.order_by("seq").values_list("action", "at"))
    came = what.received_at if isinstance(what, Message) else what.touched_at
    since = max((at for action, at in known if action in MOVES), default=came)
    again = tuple(at for action, at in known if action == PUT_BACK and at >= since)
    return Wait(since, again)


def _tell_hr(what: Report | Message, now: datetime) -> None:
    """Once a day; the notice says nothing about the report, not even whose it is."""
    today = now.astimezone(zone_of(what.workplace)).date()
    unit = what.unit if isinstance(what, Report) else None
    held = holder(code=RoleCode.HR, unit=unit, on=today) if unit else None
    held = held or anybody(code=RoleCode.HR, workplace=what.workplace, on=today)
    if held is not None:
        post = isinstance(what, Message) or what.via == Via.MESSAGE
        path, once = reverse("inbox:list" if post else "cases:mine"), f"stuck:{what.pk}:{today}"
        tell(person=held.owner, kind="report_stuck", path=path, once=once)
