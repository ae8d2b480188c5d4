"""Making a report of a received message."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from vaern.ground.audit.actions import recording
from vaern.ground.people.access import roles_of
from vaern.ground.people.models import Person, RoleCode, Unit
from vaern.ground.queue.actions import enqueue
from vaern.ground.tenancy.jobs import on_row
from vaern.handle.inbox.models import Message
from vaern.handle.reports import addressees
from vaern.handle.reports.answers import sender_mark
from vaern.handle.reports.hours import hours_when
from vaern.handle.reports.models import Report, Status, Via
from vaern.handle.reports.origin import Origin, origin


@on_row("inbox.Message")
def take_in(message: Message) -> None:
    """Turn the message into a report of whom it hit and who sent it, and have it considered."""
    if Report.objects.filter(message=message).exists():
        return
    staff = addressees.staff(message.workplace)
    where = _where(message, staff)
    with recording(workplace=message.workplace, by=None) as record:
        report = _report(message, where)
        report.sender_mark = sender_mark(report)
        report.save(force_insert=True)
        record("report.taken_in", report, message=str(message.pk))
        enqueue("vaern.handle.triage.jobs.consider", str(report.pk))


@dataclass(frozen=True)
class _Where:
    """What the envelope tells: from whom, which of ours it hit, and where they work."""

    origin: Origin
    hit: Sequence[Person]
    unit: Unit | None
    insider: Person | None


def _where(message: Message, staff: list[Person]) -> _Where:
    facts, workplace = message.item.facts, message.workplace
    domains, addresses = addressees.our_domains(staff), {one.email for one in staff if one.email}
    found = origin(facts, lambda a: a in addresses or a.rpartition("@")[2] in domains)
    insider = next(iter(addressees.by_address(workplace, [found.address])), None)
    mailbox = addressees.unit_of_mailbox(workplace, found.to)
    hit = [one for one in _hit(message, found, staff) if one != insider]
    unit = addressees.home_unit(hit[0]) if hit else mailbox
    return _Where(found, hit, unit or mailbox or addressees.top_unit(workplace), insider)


def _hit(message: Message, found: Origin, staff: list[Person]) -> list[Person]:
    """The recipients; for a shared mailbox the one person the mail is about. Copies hit nobody."""
    addressed = addressees.by_address(message.workplace, found.to)
    if addressed:
        return addressed
    named = addressees.named_in(message.item.text, staff, but=found.name)
    return named if len(named) == 1 else []


def _report(message: Message, where: _Where) -> Report:
    return Report(
        workplace=message.workplace,
        key=message.key,
        status=Status.RECEIVED,
        via=Via.MESSAGE,
        affected=where.hit[0] if len(where.hit) == 1 else None,
        unit=where.unit,
        message=message,
        step="check",
        answers=_answers(message, where),
        sender=where.origin.address or where.origin.name,
        created_at=message.received_at,
        touched_at=message.received_at,
        sent_at=message.received_at,
    )


def _answers(message: Message, where: _Where) -> dict[str, Any]:
    occurred = where.origin.sent_at or message.received_at
    # A date in the future is the sender's clock or a lie; the message was here when it came.
    occurred = min(occurred, message.received_at)
    answers = {
        "channel": "email",
        "channel_owner": "workplace",
        "relation": "colleague" if where.insider else "unknown",
        "target": _target(where),
        "occurred_at": occurred.isoformat(),
        "working_time": hours_when(message.workplace, occurred),
        "sender_name": where.origin.name,
        "internal_person": str(where.insider.pk) if where.insider else None,
    }
    return {name: value for name, value in answers.items() if value}


def _target(where: _Where) -> str:
    if len(where.hit) != 1:
        return "several" if where.hit else "workplace"
    return "leader" if RoleCode.MANAGER in roles_of(where.hit[0]) else "employee"
