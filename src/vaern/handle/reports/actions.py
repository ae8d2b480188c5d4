"""Telling what happened: from the first answer to the sent report, and all that is said later."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from vaern.ground.audit.actions import recording
from vaern.ground.lib.ids import new_id
from vaern.ground.people.models import Person
from vaern.ground.queue.actions import enqueue
from vaern.ground.vault.actions import new_key
from vaern.handle.evidence import actions as evidence
from vaern.handle.evidence.models import Item
from vaern.handle.reports import access, rules, unfinished
from vaern.handle.reports.addressees import home_unit
from vaern.handle.reports.afterwards import (
    Added,
    add_later,
    leave_alone,
    take_up,
    tell_about,
    tell_reporter,
)
from vaern.handle.reports.answers import corrections, fill
from vaern.handle.reports.attaching import File, Refusal, attach, attach_all
from vaern.handle.reports.concluding import close_for, conclude, go_on, it_hit, open_again
from vaern.handle.reports.models import Report, Status, Via
from vaern.handle.reports.suspects import mark
from vaern.handle.reports.unfinished import Typed

__all__ = [
    "Added",
    "AlreadySent",
    "File",
    "Refusal",
    "Unfinished",
    "add_later",
    "answer",
    "attach",
    "attach_all",
    "close_for",
    "conclude",
    "corrections",
    "go_on",
    "it_hit",
    "leave",
    "leave_alone",
    "open_again",
    "send",
    "start",
    "take_back",
    "take_up",
    "tell_reporter",
    "throw_away",
]


class AlreadySent(Exception):
    """The report was sent meanwhile; a draft is what can be changed."""


class Unfinished(Exception):
    """A screen was left unfinished, or does not say whom it hit, and must before it is sent."""


def start(
    *, by: Person, via: str, draft: UUID | None = None, answers: Mapping[str, Any] | None = None
) -> Report:
    """A new draft with its own key, and the first screen's ``answers`` in the same transaction.

    The same ``draft`` id twice is the same draft, answered anew, until it is sent: from then on
    it is a new one.
    """
    pk = draft or new_id()
    try:
        return _known(pk, by, answers) or _start(by, via, pk, answers)
    except IntegrityError:  # a double click won the race, or the id is somebody else's
        return _known(pk, by, answers) or _start(by, via, new_id(), answers)


def _known(pk: UUID, by: Person, answers: Mapping[str, Any] | None) -> Report | None:
    known = Report.objects.filter(pk=pk, author=by, status=Status.DRAFT).first()
    if known is None or answers is None:
        return known
    try:
        return answer(report=known, by=by, step=rules.STEPS[0], answers=answers)
    except AlreadySent:
        return None


def _start(by: Person, via: str, pk: UUID, answers: Mapping[str, Any] | None) -> Report:
    now = timezone.now()
    with recording(workplace=by.workplace, by=by) as record:
        report = Report(pk=pk, workplace=by.workplace, key=new_key(parent=by.workplace.key))
        report.author, report.via, report.unit = by, via, home_unit(by)
        report.affected = by if via == Via.SELF else None
        report.created_at = report.touched_at = now
        if answers is not None:
            fill(report, by, answers)
            report.step = rules.step_after(rules.STEPS[0])
        report.save(force_insert=True)
        record("report.started", report, via=report.via)
    return report


def answer(*, report: Report, by: Person, step: str, answers: Mapping[str, Any]) -> Report:
    """Save what one screen asked. Raises :class:`AlreadySent`.

    ``via``, ``affected`` (a Person or None), ``text`` and ``sender`` have their own columns, the
    rest are law facts; None takes an answer away. A draft is not yet a fact in the house, so
    its answers get no audit row.
    """
    return _saved(report, by, answers, step, None, rules.reached)


def leave(
    *, report: Report, by: Person, step: str, answers: Mapping[str, Any], typed: Typed | None
) -> Report:
    """Save a screen that is left: its ``answers``, or what is ``typed`` on it unfinished.

    Raises :class:`AlreadySent`.
    """
    return _saved(report, by, answers, step, typed, rules.left_at)


def _saved(
    report: Report,
    by: Person,
    answers: Mapping[str, Any],
    step: str,
    typed: Typed | None,
    where: Callable[[str, str], str],
) -> Report:
    with transaction.atomic():
        draft = _locked(report)
        fill(draft, by, {**answers, unfinished.NAME: unfinished.beside(draft, step, typed)})
        draft.step, draft.touched_at = where(step, draft.step), timezone.now()
        draft.save()
    return draft


def _locked(report: Report) -> Report:
    rows = Report.objects.select_for_update(of=("self",)).select_related("key__parent")
    draft = rows.filter(pk=report.pk, status=Status.DRAFT).first()
    if draft is None:
        raise AlreadySent(str(report.pk))
    draft.workplace = report.workplace
    return draft


def send(*, report: Report, by: Person, corrected: Mapping[str, Any] | None = None) -> bool:
    """Hand the report in, with last corrections; True the first time, False if sent before.

    Raises :class:`Unfinished`.
    """
    with recording(workplace=report.workplace, by=by) as record:
        try:
            draft = _locked(report)
        except AlreadySent:
            return False
        fill(draft, by, corrected or {})
        _check_whole(draft)
        mark(draft)
        draft.status, draft.sent_at = Status.RECEIVED, timezone.now()
        draft.touched_at = draft.sent_at
        draft.save()
        record("report.sent", draft, via=draft.via)
        enqueue("vaern.handle.triage.jobs.consider", str(draft.pk))
        if draft.affected is not None and draft.affected_id != by.pk:
            tell_about(draft, draft.affected, "reported_for_you", "sent", by)
    report.status, report.sent_at = draft.status, draft.sent_at
    return True


def _check_whole(draft: Report) -> None:
    named = draft.affected_id is not None
    if unfinished.screens(draft):
        raise Unfinished(str(draft.pk))
    if not named and rules.needs_a_name(draft.via, draft.answers.get("target")):
        raise Unfinished(str(draft.pk))


def throw_away(*, report: Report, by: Person) -> None:
    """Forget a draft for good: its key is erased, its files are taken away."""
    with recording(workplace=report.workplace, by=by) as record:
        draft = _locked(report)
        record("report.thrown_away", draft)
        evidence.discard(items=access.items(draft).filter(parent=None), by=by)
        key = draft.key
        draft.delete()
        key.delete()


def take_back(*, report: Report, item: Item, by: Person) -> None:
    """Remove a file from a draft. Raises :class:`AlreadySent`."""
    with recording(workplace=report.workplace, by=by):
        _locked(report)
        evidence.discard(items=[item], by=by)
