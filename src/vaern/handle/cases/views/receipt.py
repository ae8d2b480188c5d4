"""Right after sending: who has been told, who calls, and what to do meanwhile."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from vaern.ground.people.access import asking, signed_in
from vaern.ground.people.models import Person
from vaern.handle.cases import access
from vaern.handle.cases.access import CaseView
from vaern.handle.cases.doubt import from_inside
from vaern.handle.cases.models import CaseReport
from vaern.handle.cases.own_view import call, helpers, nobody
from vaern.handle.reports import told
from vaern.handle.reports.access import own_report
from vaern.handle.reports.models import Report, Status
from vaern.handle.reports.status import standing

PATIENCE = timedelta(seconds=60)
"""How long we ask people to wait for the case before we ask them to call."""


@signed_in
@require_GET
def receipt(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """For the one who reported and the one it is about; the page renews itself until it is known
    who will call."""
    person = asking(request)
    report = own_report(person, pk)
    seen = _view(person, report)
    slow = bool(report.sent_at and timezone.now() - report.sent_at > PATIENCE)
    other = report.affected if report.affected_id != person.pk else None
    context: dict[str, Any] = {
        "report": report,
        "seen": seen,
        "waiting": seen is None and report.status in (Status.RECEIVED, Status.JUDGED),
        "slow": slow,
        "acute": report.answers.get("danger") in ("yes", "unsure"),
        "inside": from_inside(seen.case) if seen else told.maybe_from_inside(report),
        "not_digital": told.not_digital(report),
        **standing(report),
        "for_other": other is not None,
        "other": other.name if other else "",
    }
    if seen is not None:
        tasks = list(access.tasks_of(seen))
        context |= {"helpers": helpers(seen), "call": call(tasks), "nobody": nobody(tasks)}
    return render(request, "cases/receipt.html", context)


def _view(person: Person, report: Report) -> CaseView | None:
    """The report's case as the person sees it; None until it is opened."""
    row = CaseReport.objects.filter(report=report).first()
    if row is None:
        return None
    try:
        return access.view_for(person, row.case_id)
    except Http404:  # she reported it, but is not let in to the case
        return None
