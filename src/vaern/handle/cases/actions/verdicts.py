"""A person confirms or overrules what Værn suggested."""

from collections.abc import Sequence

from vaern.ground.people.models import Person
from vaern.handle.cases.actions.joined import take_over_joined
from vaern.handle.cases.actions.replanning import take_over_picture
from vaern.handle.cases.changing import Change, changing, said
from vaern.handle.cases.hearing import hearers, tell_all
from vaern.handle.cases.meanwhile import hold
from vaern.handle.cases.models import Case
from vaern.handle.cases.no_harassment import kind_word
from vaern.handle.cases.situation import (
    JUDGED,
    NOT_HARASSMENT,
    picture_of,
)
from vaern.handle.reports.models import Report
from vaern.handle.triage.access import heard, not_judged, suggestion_of, unjudged_texts, verdicts_of
from vaern.handle.triage.actions import give_verdict
from vaern.handle.triage.episode import CARE_URGENCY, Picture, together
from vaern.handle.triage.models import Suggestion


def confirm(
    *,
    case: Case,
    by: Person,
    reason: str = "",
    report: Report | None = None,
    seen: str | None = None,
) -> bool:
    """The suggestion is right. False when there is none, or it was confirmed already.

    ``seen`` is the mark of the page it was said on. Raises :class:`Overtaken`.
    """
    with changing(case, by=by) as change:
        suggestion = _suggestion(change.case, report)
        if suggestion is None or _says_so_already(suggestion, change.case):
            return False
        hold(change, seen)
        _take_back_no(change, suggestion)
        picture = picture_of(change.case)
        give_verdict(
            suggestion=suggestion, by=by, agrees=True, harassment=bool(picture.kinds),
            picture=picture, reason=reason.strip(),
        )  # fmt: skip
        change.happened("triage.confirmed", suggestion, for_affected=False)
    return True


def overrule(
    *,
    case: Case,
    by: Person,
    harassment: bool,
    kinds: Sequence[str],
    urgency: int,
    severity: str,
    reason: str,
    word: str = "",
    safe: bool = False,
    report: Report | None = None,
    seen: str | None = None,
) -> bool:
    """The suggestion is not right; the plan is laid over the case again.

    Steps that now apply are added, open ones that no longer do are set aside, done ones stand.
    Care for a sender in danger stays whether it is harassment or not, unless the person says that
    the sender is ``safe``. Nothing else of what is no harassment is urgent.
    The suggestion and every verdict are kept. When it is no harassment, ``word`` (or our own
    kind words) tells those who reported it so. A verdict on a case joined into this one is that
    case's; it can make the whole graver, never milder. False where there is no suggestion, or
    the same was said a moment ago. Raises :class:`Overtaken` when the page with the mark
    ``seen`` was an old one.
    """
    words = said("reason", reason)
    with changing(case, by=by) as change:
        suggestion = _suggestion(change.case, report)
        care = picture_of(change.case).self_harm
        judged = Picture(tuple(kinds), severity, urgency, self_harm=care and not safe)
        if not harassment:
            judged = Picture(urgency=CARE_URGENCY * judged.self_harm, self_harm=judged.self_harm)
        if suggestion is None or _same_again(suggestion, by, harassment, judged, words):
            return False
        hold(change, seen)
        give_verdict(
            suggestion=suggestion, by=by, agrees=False, harassment=harassment, picture=judged,
            reason=words,
        )  # fmt: skip
        change.happened(
            "triage.overruled", suggestion, for_affected=False, harassment=harassment,
            urgency=judged.urgency, severity=judged.severity, safe=care and safe,
        )  # fmt: skip
        said_so = {NOT_HARASSMENT: not harassment, JUDGED: "yes" if harassment else "no"}
        if report and take_over_joined(change.case, report, judged, said_so):
            judged = together(picture_of(change.case), judged)
        else:
            change.case.facts = {**change.case.facts, **said_so}
        take_over_picture(change, judged)
        if not harassment and hearers(change.case, by):
            tell_all(change, word.strip() or kind_word(change.case))
    return True


def _suggestion(case: Case, report: Report | None) -> Suggestion | None:
    """The suggestion about ``report``, else about the report that opened the case."""
    rows = Report.objects.filter(in_case__case=case).order_by("in_case__joined_at", "in_case__id")
    wanted = rows.filter(pk=report.pk) if report else rows
    found = wanted.select_related("key__parent", "workplace__key").first()
    return suggestion_of(found) if found else None


def _same_again(
    suggestion: Suggestion, by: Person, harassment: bool, judged: Picture, reason: str
) -> bool:
    """Is it the newest verdict sent once more, by a double click or by Back?"""
    newest = next(iter(verdicts_of(suggestion)), None)
    if newest is None or newest.agrees or newest.person_id != by.pk:
        return False
    if unjudged_texts(suggestion):
        return False
    before = (newest.harassment, *newest.kinds, newest.severity, newest.urgency, newest.reason)
    return before == (harassment, *judged.kinds, judged.severity, judged.urgency, reason)


def _says_so_already(suggestion: Suggestion, case: Case) -> bool:
    newest = next(iter(verdicts_of(suggestion)), None)
    said = newest is not None and newest.agrees and newest.urgency == case.urgency
    return said and not_judged(suggestion) == Picture()


def _take_back_no(change: Change, suggestion: Suggestion) -> None:
    """Who says that the suggestion is right says that it is harassment after all."""
    case, seen = change.case, heard(suggestion)
    if case.facts.get(NOT_HARASSMENT) and seen.kinds:
        case.facts = {**case.facts, NOT_HARASSMENT: False}
        take_over_picture(change, together(picture_of(case), seen))
