"""Making a report of a received message."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import IntegrityError

from vaern.ground.audit.actions import recording
from vaern.ground.lib.moments import FIRST_YEAR
from vaern.ground.people import calendar
from vaern.ground.people.access import roles_of
from vaern.ground.people.models import Person, RoleCode, Unit
from vaern.ground.queue.actions import enqueue
from vaern.ground.tenancy.jobs import on_row
from vaern.handle.inbox.models import Message
from vaern.handle.reports import addressees
from vaern.handle.reports.answers import sender_mark
from vaern.handle.reports.hours import hours_when
from vaern.handle.reports.insiders import Insiders, helps
from vaern.handle.reports.models import Report, Status, Via
from vaern.handle.reports.origin import Origin, origin, outer_to


@on_row("inbox.Message")
def take_in(message: Message) -> None:
    """Turn the message into a report of whom it hit and who sent it, and have it considered."""
    if Report.objects.filter(message=message).exists():
        return
    try:
        _make(message, _where(message))
    except IntegrityError:  # `vaern import` or another worker made it at the same moment
        if not Report.objects.filter(message=message).exists():
            raise


@dataclass(frozen=True)
class _Where:
    """What the envelope tells: from whom, which of ours it hit, and where they work.

    ``writer`` is the one of us from whose address it was sent, where nothing shows who is behind
    it. ``settled``: somebody is hit, or it came to all of us.
    """

    origin: Origin
    hit: Sequence[Person]
    unit: Unit | None
    writer: Person | None
    settled: bool


def _make(message: Message, where: _Where) -> None:
    with recording(workplace=message.workplace, by=None) as record:
        report = _report(message, where)
        report.sender_mark = sender_mark(report)
        report.save(force_insert=True)
        record("report.taken_in", report, message=str(message.pk))
        enqueue("vaern.handle.triage.jobs.consider", str(report.pk))


def _where(message: Message) -> _Where:
    item, workplace = message.item, message.workplace
    ours = Insiders(workplace, addressees.staff(workplace))
    found = origin(item.facts, item.text, ours.wrote, calendar.zone_of(workplace))
    sent_on = next(iter(ours.addressed([found.forwarded_by or found.address])), None)
    mailbox = addressees.unit_of_mailbox(workplace, found.to)
    hit = _hit(message, found, ours, sent_on)
    home = addressees.home_unit(hit[0]) if hit else mailbox or _home(sent_on)
    return _Where(
        origin=found,
        hit=hit,
        unit=home or mailbox or addressees.top_unit(workplace),
        writer=sent_on if found.of_us else None,
        settled=bool(hit or mailbox) or sent_on is None,
    )


def _home(person: Person | None) -> Unit | None:
    return addressees.home_unit(person) if person is not None else None


def _hit(message: Message, found: Origin, ours: Insiders, sent_on: Person | None) -> list[Person]:
    """The recipients; for a shared mailbox the one person the mail is about. Copies hit nobody.

    Of what one of us wrote or sent on, whoever is there to help is not hit by getting it.
    """
    addressed = ours.addressed(found.to, found.to_names)
    if found.of_us:
        return [one for one in addressed if one != sent_on and not helps(one)]
    if addressed:
        return addressed
    got = ours.addressed(outer_to(message.item.facts)) if found.forwarded_by else []
    wrote = [found.name, *(one.name for one in (sent_on, *got) if one is not None)]
    named = addressees.named_in(message.item.text, ours.staff, but=wrote)
    if len(named) == 1:
        return named
    return [sent_on] if sent_on is not None and _asks_for_help(sent_on, got) else []


def _asks_for_help(sender: Person, got: Sequence[Person]) -> bool:
    """An employee who sends something on to those who help is the one it hit."""
    return not helps(sender) and any(helps(one) for one in got)


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
        sender="" if where.origin.of_us else where.origin.address or where.origin.name,
        created_at=message.received_at,
        touched_at=message.received_at,
        sent_at=message.received_at,
    )


def _answers(message: Message, where: _Where) -> dict[str, Any]:
    occurred = _occurred(message, where.origin)
    answers = {
        "channel": "email",
        "channel_owner": "workplace",
        "relation": "unknown",
        "target": _target(where),
        "occurred_at": occurred.isoformat() if occurred else None,
        "working_time": hours_when(message.workplace, occurred) if occurred else None,
        "sender_name": "" if where.origin.of_us else where.origin.name,
        "maybe_from": str(where.writer.pk) if where.writer else None,
    }
    return {name: value for name, value in answers.items() if value}


def _occurred(message: Message, found: Origin) -> datetime | None:
    """When it was sent first; of a forward that does not say when, nothing is known."""
    if found.sent_at is None or found.sent_at.year < FIRST_YEAR:
        return None if found.forwarded_by else message.received_at
    # A date in the future is the sender's clock or a lie; the message was here when it came.
    return min(found.sent_at, message.received_at)


def _target(where: _Where) -> str | None:
    """Whom it hit; None where only a person can say."""
    if len(where.hit) == 1:
        return "leader" if RoleCode.MANAGER in roles_of(where.hit[0]) else "employee"
    if where.hit:
        return "several"
    return "workplace" if where.settled else None
