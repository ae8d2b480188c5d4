"""Reports that stay where they are because their job was lost: put in the queue again, and told of."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.urls import reverse

from vaern.ground.audit.actions import recording
from vaern.ground.audit.models import AuditRow
from vaern.ground.notify.actions import tell
from vaern.ground.people.calendar import zone_of
from vaern.ground.people.holders import anybody, holder
from vaern.ground.people.models import RoleCode
from vaern.ground.queue.actions import enqueue
from vaern.handle.cases import rules
from vaern.handle.reports.models import Report, Status, Via

MOVES = ("report.sent", "report.taken_in", "report.considered", "report.taken_up")
PUT_BACK = "report.put_back"


@dataclass(frozen=True)
class Wait:
    """Since when a report stands still, and when it was put in the queue again."""

    since: datetime
    again: tuple[datetime, ...]


def waiting(now: datetime) -> QuerySet[Report]:
    """Reports of all workplaces that should have moved on by now."""
    late = Report.objects.filter(sent_at__lt=now - rules.PATIENCE)
    return late.filter(status__in=(Status.RECEIVED, Status.JUDGED))


def put_back(report: Report, now: datetime) -> bool:
    """Have the report's next step done again; False when it moves, or was put back just now."""
    with recording(workplace=report.workplace, by=None) as record:
        locked = Report.objects.select_for_update().get(pk=report.pk)
        wait = _wait(locked)
        if locked.status != report.status or not rules.due_again(wait.since, wait.again, now):
            return False
        record(PUT_BACK, report)
        if report.status == Status.RECEIVED:
            enqueue("vaern.handle.triage.jobs.consider", str(report.pk))
        else:
            enqueue("vaern.handle.cases.jobs.open_for", str(report.pk))
        if rules.is_stuck(wait.since, len(wait.again), now):
            _tell_hr(report, now)
    return True


def _wait(report: Report) -> Wait:
    subject = f"{Report._meta.label_lower}:{report.pk}"
    rows = AuditRow.objects.filter(workplace=report.workplace_id, subject=subject)
    known = list(rows.order_by("seq").values_list("action", "at"))
    since = max((at for action, at in known if action in MOVES), default=report.touched_at)
    again = tuple(at for action, at in known if action == PUT_BACK and at >= since)
    return Wait(since, again)


def _tell_hr(report: Report, now: datetime) -> None:
    """Once a day; the notice says nothing about the report, not even whose it is."""
    today = now.astimezone(zone_of(report.workplace)).date()
    held = holder(code=RoleCode.HR, unit=report.unit, on=today) if report.unit else None
    held = held or anybody(code=RoleCode.HR, workplace=report.workplace, on=today)
    if held is not None:
        path = reverse("inbox:list" if report.via == Via.MESSAGE else "cases:mine")
        tell(person=held.owner, kind="report_stuck", path=path, once=f"stuck:{report.pk}:{today}")
