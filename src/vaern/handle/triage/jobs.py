"""Considering a report that has come in, or to which more has come."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.urls import reverse

from vaern.ground.audit.actions import Recorder, recording
from vaern.ground.notify.actions import tell
from vaern.ground.people.calendar import zone_of
from vaern.ground.people.holders import holder
from vaern.ground.people.models import RoleCode, Unit
from vaern.ground.queue.actions import enqueue
from vaern.ground.tenancy.jobs import on_row
from vaern.handle.evidence.models import Item
from vaern.handle.reports.models import Addition, Report, Status, Via
from vaern.handle.triage import Message, assess
from vaern.handle.triage.actions import suggest
from vaern.handle.triage.episode import is_for_us, picture
from vaern.handle.triage.merging import merge
from vaern.handle.triage.models import Suggestion
from vaern.handle.triage.unread import doubt


@on_row("reports.Report")
def consider(report: Report) -> None:
    """Assess the report's texts, keep the suggestion, and pass the report on to the cases.

    A received message that is no harassment is left alone: kept and listed, but no case. Where
    the engine is not sure of it, it waits for a person.
    """
    assessment = assessed(report)
    with recording(workplace=report.workplace, by=None) as record:
        report.status = (
            Report.objects.select_for_update().values_list("status", flat=True).get(pk=report.pk)
        )
        if report.status == Status.DRAFT:
            return
        suggestion = suggest(report=report, assessment=assessment, by=None)
        if report.status == Status.IN_CASE:
            enqueue("vaern.handle.cases.jobs.heard_more", str(report.pk))
        elif _for_us(report, suggestion):
            _set(report, Status.JUDGED, record)
            enqueue("vaern.handle.cases.jobs.open_for", str(report.pk))
        elif report.status == Status.RECEIVED:
            unsure = suggestion.assessment["unsure"]
            _set(report, Status.UNSURE if unsure else Status.LEFT_ALONE, record)
            if unsure:
                _ask_hr(report, suggestion)


def assessed(report: Report) -> dict[str, Any]:
    """One assessment of all the report's texts, each read in the voice of who wrote it.

    ``texts`` is what each says by itself: old words do not cover new ones.
    """
    facts, read = _known(report), list(texts(report))
    parts = [(where, assess(text, facts).to_dict()) for where, text in read]
    found = merge(parts, doubt=doubt(_items(report)) if report.via == Via.MESSAGE else "")
    own = [_own(*one, part) for one, (_, part) in zip(read, parts, strict=True)]
    return {**found, "texts": own}


def _own(where: str, text: Message, found: dict[str, Any]) -> dict[str, Any]:
    """What the text says when nothing else is known."""
    if any(row["why"].startswith("facts_") for row in found["reasons"]):
        found = assess(text).to_dict()
    return {"where": where, **{name: found[name] for name in ("kinds", "severity", "urgency")}}


def texts(report: Report) -> Iterator[tuple[str, Message]]:
    """(where, text): the reporter's words, what was told later, then each piece of evidence.

    The text of a mail begins with its subject, and holds the mails inside it
    (`vaern.handle.evidence.judging`)."""
    if report.text.strip():
        yield "report", Message(report.text, voice="reporter")
    told_later = Addition.objects.filter(report=report, to_reporter=False).order_by("at", "pk")
    for more in told_later.select_related("report__key__parent"):
        if more.text.strip():
            yield str(more.pk), Message(more.text, voice="reporter")
    for item in _items(report):
        if item.text.strip():
            yield str(item.pk), Message(item.text)


def _items(report: Report) -> Iterable[Item]:
    return Item.objects.filter(key=report.key).select_related("key__parent").order_by("id")


def _known(report: Report) -> dict[str, Any]:
    """The answers and how often the same sender was reported before."""
    earlier = Report.objects.filter(
        workplace=report.workplace, sender_mark=report.sender_mark, created_at__lt=report.created_at
    )
    count = earlier.exclude(status=Status.DRAFT).count() if report.sender_mark else 0
    return {**report.answers, "previous_messages": count}


def _for_us(report: Report, suggestion: Suggestion) -> bool:
    return is_for_us(
        from_person=report.via != Via.MESSAGE,
        seen=picture(report.answers, suggestion.assessment),
        harassment=suggestion.finding["is_digital_harassment"],
    )


def _set(report: Report, status: Status, record: Recorder) -> None:
    if report.status != status:
        report.status = status
        report.save(update_fields=["status"])
        record("report.considered", report, status=str(status))


def _ask_hr(report: Report, suggestion: Suggestion) -> None:
    """The engine is not sure that it is just post: a person should look."""
    unit = report.unit or Unit.objects.get(workplace=report.workplace, parent=None)
    today = suggestion.made_at.astimezone(zone_of(report.workplace)).date()
    held = holder(code=RoleCode.HR, unit=unit, on=today)
    if held is not None:
        once = f"report:{report.pk}:look"
        path = reverse("inbox:list")
        tell(person=held.owner, kind="message_left_alone", path=path, once=once)
