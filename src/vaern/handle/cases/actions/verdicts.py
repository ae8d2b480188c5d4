"""A person confirms or overrules what Værn suggested, and corrects the facts."""

from collections.abc import Mapping, Sequence
from typing import Any

from vaern.ground.law.facts import Facts
from vaern.ground.people.models import Person
from vaern.handle.cases.changing import Change, changing, said
from vaern.handle.cases.letting_in import admit
from vaern.handle.cases.models import Case
from vaern.handle.cases.planning import judge_again, lay_out
from vaern.handle.cases.situation import picture_of
from vaern.handle.cases.staffing import staff_of
from vaern.handle.cases.telling import tell_of_steps, tell_of_urgency, tell_who_is_missing
from vaern.handle.reports.models import Report
from vaern.handle.triage.access import heard, not_judged, suggestion_of, verdicts_of
from vaern.handle.triage.actions import give_verdict
from vaern.handle.triage.episode import Picture, together
from vaern.handle.triage.models import Suggestion

NOT_HARASSMENT = "not_harassment"
"""The fact a person states by overruling; it stands when other facts are corrected."""

CORRECTABLE = frozenset(
    {
        "channel", "channel_owner", "relation", "target", "trigger", "pattern", "work_connection",
        "working_time", "occurred_at", "last_at", "absence", "incapacity_days",
        "expects_compensation", "personal_data_breach_known_at",
    }
)  # fmt: skip
"""The facts a handler corrects by hand; kinds and severity go by a verdict."""


def confirm(*, case: Case, by: Person, reason: str = "", report: Report | None = None) -> bool:
    """The suggestion is right. False when there is none, or it was confirmed already."""
    with changing(case, by=by) as change:
        suggestion = _suggestion(change.case, report)
        if suggestion is None or _says_so_already(suggestion, change.case):
            return False
        _take_back_no(change, suggestion)
        give_verdict(
            suggestion=suggestion, by=by, agrees=True, harassment=True,
            picture=picture_of(change.case), reason=reason.strip(),
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
    report: Report | None = None,
) -> bool:
    """The suggestion is not right; the plan is laid over the case again.

    Steps that now apply are added, open ones that no longer do are set aside, done ones stand.
    Care for a sender in danger stays: it is no harassment, and no verdict takes it away.
    The suggestion and every verdict are kept. False where there is no suggestion.
    """
    words = said("reason", reason)
    with changing(case, by=by) as change:
        suggestion = _suggestion(change.case, report)
        if suggestion is None:
            return False
        care = picture_of(change.case).self_harm
        seen = Picture(tuple(kinds) if harassment else (), severity, urgency, self_harm=care)
        give_verdict(
            suggestion=suggestion, by=by, agrees=False, harassment=harassment, picture=seen,
            reason=words,
        )  # fmt: skip
        change.happened(
            "triage.overruled", suggestion, for_affected=False, harassment=harassment,
            urgency=urgency, severity=severity,
        )  # fmt: skip
        change.case.facts = {**change.case.facts, NOT_HARASSMENT: not harassment}
        take_over_picture(change, seen)
    return True


def correct(*, case: Case, by: Person, facts: Mapping[str, Any]) -> bool:
    """Correct facts of the case (law Facts keys); None takes one away. False if nothing changed.

    Deadlines move and steps come and go with them. Raises ValueError naming the field.
    """
    unknown = [name for name in facts if name not in CORRECTABLE]
    if unknown:
        raise ValueError(f"{unknown[0]}: is not corrected here")
    with changing(case, by=by) as change:
        now = {**change.case.facts, **facts}
        now = {name: value for name, value in now.items() if value is not None}
        Facts.from_dict({name: now[name] for name in CORRECTABLE & set(now)})
        if now == change.case.facts:
            return False
        change.case.facts = now
        change.happened("case.corrected", fields=" ".join(sorted(facts)))
        plan_again(change)
    return True


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
    """Judge the case as it stands now and lay its plan over it again.

    Where a person has said that it is no harassment the plan asks for nothing but care for a
    sender who may be in danger.
    """
    staff = staff_of(change.case, change.at)
    situation = judge_again(change.case, change.at)
    harassment = not change.case.facts.get(NOT_HARASSMENT)
    for entry in lay_out(change, situation, staff, harassment=harassment):
        admit(change, entry.person, entry.part, entry.why, entry.role)
        tell_of_steps(change, entry.person)
    change.case.save()
    tell_who_is_missing(change, staff)


def _suggestion(case: Case, report: Report | None) -> Suggestion | None:
    """The suggestion about ``report``, else about the report that opened the case."""
    rows = Report.objects.filter(in_case__case=case).order_by("in_case__joined_at", "in_case__id")
    wanted = rows.filter(pk=report.pk) if report else rows
    found = wanted.select_related("key__parent", "workplace__key").first()
    return suggestion_of(found) if found else None


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
