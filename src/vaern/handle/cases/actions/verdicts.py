"""A person confirms or overrules what Værn suggested, and corrects the facts."""

from collections.abc import Mapping, Sequence
from typing import Any

from vaern.ground.law.facts import Facts
from vaern.ground.people.models import Person
from vaern.handle.cases.actions.joined import take_over_joined
from vaern.handle.cases.changing import Change, changing, said
from vaern.handle.cases.hearing import hearers, tell_all
from vaern.handle.cases.letting_in import admit
from vaern.handle.cases.meanwhile import hold
from vaern.handle.cases.models import Case
from vaern.handle.cases.no_harassment import kind_word
from vaern.handle.cases.planning import judge_again, lay_out
from vaern.handle.cases.situation import (
    CLOCK_KNOWN,
    JUDGED,
    NOT_HARASSMENT,
    picture_of,
    today_of,
)
from vaern.handle.cases.staffing import Staff, staff_of
from vaern.handle.cases.telling import tell_of_steps, tell_of_urgency, tell_who_is_missing
from vaern.handle.reports.models import Report
from vaern.handle.triage.access import heard, not_judged, suggestion_of, verdicts_of
from vaern.handle.triage.actions import give_verdict
from vaern.handle.triage.episode import Picture, together
from vaern.handle.triage.models import Suggestion

CORRECTABLE = frozenset(
    {
        "channel", "channel_owner", "relation", "target", "trigger", "pattern", "work_connection",
        "working_time", "occurred_at", "last_at", "absence", "incapacity_days",
        "expects_compensation", "personal_data_breach_known_at",
    }
)  # fmt: skip
"""The facts a handler corrects by hand; kinds and severity go by a verdict."""


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
    report: Report | None = None,
    seen: str | None = None,
) -> bool:
    """The suggestion is not right; the plan is laid over the case again.

    Steps that now apply are added, open ones that no longer do are set aside, done ones stand.
    Care for a sender in danger stays: it is no harassment, and no verdict takes it away.
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
        given = (tuple(kinds), severity) if harassment else ((), "")
        judged = Picture(*given, urgency, self_harm=care)
        if suggestion is None or _same_again(suggestion, by, harassment, judged, words):
            return False
        hold(change, seen)
        give_verdict(
            suggestion=suggestion, by=by, agrees=False, harassment=harassment, picture=judged,
            reason=words,
        )  # fmt: skip
        change.happened(
            "triage.overruled", suggestion, for_affected=False, harassment=harassment,
            urgency=urgency, severity=severity,
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


def correct(
    *,
    case: Case,
    by: Person,
    facts: Mapping[str, Any],
    joined: Case | None = None,
    seen: str | None = None,
) -> bool:
    """Correct facts of the case (law Facts keys); None takes one away. False if nothing changed.

    ``joined``: those of a case that was joined into it. Deadlines move and steps come and go
    with them. Raises ValueError naming the field, and :class:`Overtaken` when the page with the
    mark ``seen`` was an old one.
    """
    unknown = [name for name in facts if name not in CORRECTABLE]
    if unknown:
        raise ValueError(f"{unknown[0]}: is not corrected here")
    with changing(case, by=by) as change:
        about = _locked(joined) if joined else change.case
        now = _corrected(about.facts, facts)
        if now == about.facts:
            return False
        hold(change, seen)
        about.facts = now
        if joined:
            about.save(update_fields=["facts"])
        change.happened("case.corrected", about, fields=" ".join(sorted(facts)))
        plan_again(change)
    return True


def _corrected(facts: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    """A moment that was corrected by hand is known to the minute."""
    known = {CLOCK_KNOWN: True} if given.get("occurred_at") else {}
    now = {name: value for name, value in {**facts, **given, **known}.items() if value is not None}
    Facts.from_dict({name: now[name] for name in CORRECTABLE & set(now)})
    return now


def _locked(case: Case) -> Case:
    rows = Case.objects.select_related("key__parent", "workplace__key")
    return rows.select_for_update(of=("self",)).get(pk=case.pk)


def take_over_picture(change: Change, seen: Picture) -> None:
    """The case is as the picture says: the plan follows, and a higher urgency is told at once."""
    case = change.case
    before = case.urgency
    case.kinds, case.severity, case.urgency = list(seen.kinds), seen.severity, seen.urgency
    case.facts = {**case.facts, "self_harm": seen.self_harm}
    plan_again(change)
    if case.urgency > before:
        tell_of_urgency(change)


def plan_again(change: Change) -> None:
    """Judge the case as it stands now, lay its plan over it again, and tell who is missing."""
    tell_who_is_missing(change, lay_over(change))


def lay_over(change: Change) -> Staff:
    """The plan over the case as it stands now, and who acts in it.

    Where a person has said that it is no harassment the plan asks for nothing but care for a
    sender who may be in danger.
    """
    staff = staff_of(change.case, change.at)
    situation = judge_again(change.case, change.at)
    harassment = not change.case.facts.get(NOT_HARASSMENT)
    for entry in lay_out(change, situation, staff, harassment=harassment):
        admit(change, entry.person, entry.part, entry.why, entry.role)
        tell_of_steps(change, entry.person)
    change.case.planned_on = today_of(change.case, change.at)
    change.case.save()
    return staff


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
