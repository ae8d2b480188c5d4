"""A report that is in a case already has grown."""

from collections.abc import Collection

from vaern.handle.cases.access import whole
from vaern.handle.cases.actions.joined import take_over_joined
from vaern.handle.cases.actions.reopening import open_again
from vaern.handle.cases.actions.replanning import take_over_picture
from vaern.handle.cases.actions.returning import DANGER, coming_back, left_by_closing
from vaern.handle.cases.actions.roles import let_in_by_role
from vaern.handle.cases.asking import ask
from vaern.handle.cases.changing import Change, changing
from vaern.handle.cases.doubt import doubted
from vaern.handle.cases.models import Case, CaseReport, CaseState, Event, Member
from vaern.handle.cases.situation import JUDGED, NOT_HARASSMENT, picture_of
from vaern.handle.cases.telling import tell_about, tell_of_urgency
from vaern.handle.cases.weighing import weigh
from vaern.handle.reports.models import Addition, Report
from vaern.handle.triage.access import heard, not_judged, suggestion_of
from vaern.handle.triage.episode import Picture, together

ADDED = "report.added_to"


def grow(report: Report) -> None:
    """Put what was added on the timeline and tell the handlers, each addition once.

    What no person has judged raises the case, also where it says again what was judged before;
    it never lowers it. More about a closed case opens it again, with a step for somebody to look
    at it. Where it points to one of us, the case asks who is behind it, and HR is let in.
    """
    link = CaseReport.objects.filter(report=report).select_related("case__workplace__key").first()
    if link is None:
        return
    with changing(link.case, by=None, closed=True) as change:
        new = _new(change, report)
        closed = change.case.state == CaseState.CLOSED
        if closed and not new:
            return
        asked = ask(change)
        if closed:
            open_again(change, "added")
        for addition in new:
            change.happened(ADDED, report, addition=str(addition.pk), report=str(report.pk))
            _tell_handlers(change.case, addition)
        _raise(change, report, [str(addition.pk) for addition in new])
        if asked:
            let_in_by_role(change)


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
        if member.person_id not in (addition.author_id, doubted(case)):
            tell_about(case, member.person, "more_added", f"addition.{addition.pk}")


def _raise(change: Change, report: Report, additions: Collection[str]) -> None:
    """What no person has judged yet makes the case graver, and asks for a verdict of its own."""
    suggestion = suggestion_of(report)
    if suggestion is None:
        return
    fresh = weigh(change, report, suggestion, additions)
    new, now = not_judged(suggestion), picture_of(change.case)
    turned_away = bool(change.case.facts.get(NOT_HARASSMENT)) and _more_than_care(new)
    seen = together(now, together(heard(suggestion), new) if turned_away else new)
    danger = fresh.urgency >= DANGER
    back = fresh != Picture() and left_by_closing(change.case)
    if seen == now and not (turned_away or danger or back):
        return
    said = {NOT_HARASSMENT: False} if _more_than_care(new) else {}
    if turned_away:
        change.case.facts = {**change.case.facts, **said, JUDGED: ""}
    take_over_joined(change.case, report, heard(suggestion), said)
    change.happened("triage.raised", for_affected=False, urgency=seen.urgency, same=seen == now)
    with coming_back(change, fresh):
        take_over_picture(change, seen)
    if danger and seen.urgency == now.urgency:
        tell_of_urgency(change)


def _more_than_care(new: Picture) -> bool:
    """Is there more to it than a sender who may be in danger?"""
    return new != Picture() and not new.care_only
