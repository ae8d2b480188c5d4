"""Keeping what somebody hands in, under the report's lock.

Files are read and sealed before, which takes time. Meanwhile the report may have been sent, or
the same file have come by a second click: here it is seen and settled.
"""

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.utils import timezone

from vaern.ground.audit.actions import Recorder, recording
from vaern.ground.lib.ids import new_id
from vaern.ground.people.models import Person
from vaern.ground.queue.actions import enqueue
from vaern.handle.evidence import actions as evidence
from vaern.handle.evidence import store
from vaern.handle.evidence.models import Item
from vaern.handle.reports import access, rules
from vaern.handle.reports.models import Addition, Report, Status
from vaern.handle.reports.suspects import TOLD_LATER, mark


def keep(*, report: Report, items: Iterable[Item], by: Person | None, done: bool = False) -> None:
    """Put laid-down items into the draft; into a report sent meanwhile as something told later.

    ``done``: the person goes on from the files to the last screen.
    """
    with recording(workplace=report.workplace, by=by) as record:
        status = locked(report)
        new = only_new(report, items, by)
        evidence.keep(items=new, by=by)
        if status != Status.DRAFT and new:
            note_more(report, by, "", record, files=len(new))
        elif status == Status.DRAFT and done:
            _reached_the_end(report)


def locked(report: Report) -> str:
    """The report's status as it is now; its row is held until the transaction ends.

    Raises Report.DoesNotExist when it was thrown away meanwhile.
    """
    rows = Report.objects.select_for_update().filter(pk=report.pk)
    return str(rows.values_list("status", flat=True).get())


def only_new(report: Report, items: Iterable[Item], by: Person | None) -> list[Item]:
    """The items that are not there yet; the files of the others are taken away again."""
    there = {item.sha256 for item in access.known_to(by, report) if item.parent_id is None}
    new: list[Item] = []
    for item in items:
        known = item.sha256 in there if item.parent is None else item.parent not in new
        if known:
            store.remove(item.pk)
        else:
            new.append(item)
    return new


def note_more(
    report: Report,
    by: Person | None,
    text: str,
    record: Recorder,
    *,
    files: int,
    pk: UUID | None = None,
    senders: Sequence[str] = (),
) -> None:
    """Something was told later: noted, and the report is considered once more.

    ``senders`` are addresses and names that were given for the sender.
    """
    added = Addition(pk=pk or new_id(), workplace=report.workplace, report=report, author=by)
    added.at, added.text = timezone.now(), text
    added.save(force_insert=True)
    record("report.added_to", report, files=files, addition=str(added.pk))
    _look_who_sent(report, senders)
    enqueue("vaern.handle.triage.jobs.consider", str(report.pk))


def _look_who_sent(report: Report, senders: Sequence[str]) -> None:
    """What came later may point to one of us: known before anybody is let in for it."""
    held = Report.objects.select_related("key__parent", "workplace__key").get(pk=report.pk)
    if senders:
        later = [*held.answers.get(TOLD_LATER, []), *senders]
        held.answers = {**held.answers, TOLD_LATER: list(dict.fromkeys(later))}
    if mark(held) or senders:
        held.save(update_fields=["answers"])


def _reached_the_end(draft: Report) -> None:
    Report.objects.filter(pk=draft.pk).update(step=rules.STEPS[-1], touched_at=timezone.now())
