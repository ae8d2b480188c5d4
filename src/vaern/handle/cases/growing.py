"""A report that is in a case already has grown."""

from vaern.handle.cases.access import whole
from vaern.handle.cases.actions.joined import gravest, take_over_joined
from vaern.handle.cases.actions.reopening import open_again
from vaern.handle.cases.actions.verdicts import take_over_picture
from vaern.handle.cases.changing import Change, changing
from vaern.handle.cases.models import Case, CaseReport, CaseState, Event, Member
from vaern.handle.cases.situation import picture_of
from vaern.handle.cases.telling import tell_about
from vaern.handle.reports.models import Addition, Report
from vaern.handle.triage.access import suggestion_of, verdicts_of
from vaern.handle.triage.episode import picture

ADDED = "report.added_to"


def grow(report: Report) -> None:
    """Put what was added on the timeline and tell the handlers, each addition once.

    A graver assessment raises the case while no person has given a verdict; it never lowers it.
    More about a closed case opens it again, with a step for somebody to look at it.
    """
    link = CaseReport.objects.filter(report=report).select_related("case__workplace__key").first()
    if link is None:
        return
    with changing(link.case, by=None, closed=True) as change:
        new = _new(change, report)
        if change.case.state == CaseState.CLOSED:
            if not new:
                return
            open_again(change, "added")
        for addition in new:
            change.happened(ADDED, report, addition=str(addition.pk), report=str(report.pk))
            _tell_handlers(change.case, addition)
        _raise(change, report)


def _new(change: Change, report: Report) -> list[Addition]:
    told = Event.objects.filter(case__in=whole(change.case), code=ADDED).select_related(
        "case__key__parent"
    )
    known = {event.data.get("addition") for event in told}
    rows = Addition.objects.filter(report=report, to_reporter=False).order_by("at")
    return [each for each in rows if str(each.pk) not in known]


def _tell_handlers(case: Case, addition: Addition) -> None:
    rows = Member.objects.filter(case=case, part__in=("handler", "support"))
    for member in rows.select_related("person__workplace__key"):
        if member.person_id != addition.author_id:
            tell_about(case, member.person, "more_added", f"addition.{addition.pk}")


def _raise(change: Change, report: Report) -> None:
    suggestion = suggestion_of(report)
    if suggestion is None or verdicts_of(suggestion):
        return
    now, heard = picture_of(change.case), picture(report.answers, suggestion.assessment)
    seen = gravest(now, heard)
    if seen != now:
        take_over_joined(change.case, report, heard, harassment=True)
        take_over_picture(change, seen)
        change.happened("triage.raised", for_affected=False, urgency=seen.urgency)
