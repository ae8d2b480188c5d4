"""What handlers put in a case besides steps: words to the reporter, and more evidence."""

from collections.abc import Sequence
from datetime import timedelta

from vaern.ground.people.models import Person
from vaern.ground.queue.actions import enqueue
from vaern.handle.cases.changing import changing, said
from vaern.handle.cases.hearing import NobodyHears, hearers, reports_in, tell_all
from vaern.handle.cases.models import Case
from vaern.handle.evidence import actions as evidence
from vaern.handle.reports.attaching import File, Refusal, lay_down
from vaern.handle.reports.keeping import only_new
from vaern.handle.reports.models import Addition

SAME_CLICK = timedelta(minutes=2)
"""The same words from the same person within this time were sent twice by accident."""


def say(*, case: Case, by: Person, text: str) -> bool:
    """A word to the affected person and whoever reported it. False for a double click.

    Raises :class:`NobodyHears`.
    """
    words = said("text", text)
    with changing(case, by=by) as change:
        since = change.at - SAME_CLICK
        earlier = Addition.objects.filter(
            report__in_case__case=change.case, author=by, to_reporter=True, at__gte=since
        )
        if any(one.text == words for one in earlier.select_related("report__key__parent")):
            return False
        if not hearers(change.case, by):
            raise NobodyHears
        tell_all(change, words)
    return True


def add_evidence(*, case: Case, by: Person, files: Sequence[File]) -> tuple[int, list[Refusal]]:
    """Seal files into the case: how many were new, and which were refused.

    The slow half is done before the case is locked. The same bytes twice are one.
    What is new is assessed with the rest of the report.
    """
    opening = reports_in(case).order_by("in_case__joined_at", "in_case__id")[0]
    items, refused = lay_down(report=opening, by=by, files=files)
    with changing(case, by=by) as change:
        new = only_new(opening, items, by)
        evidence.keep(items=new, by=by)
        whole = [item for item in new if item.parent_id is None]
        if whole:
            change.happened("evidence.added", files=len(whole))
            enqueue("vaern.handle.triage.jobs.consider", str(opening.pk))
    return len(whole), refused
