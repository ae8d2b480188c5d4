"""Opening a case from a report."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Max
from django.utils import timezone

from vaern.ground.audit.actions import recording
from vaern.ground.people.calendar import zone_of
from vaern.ground.people.models import Person, Workplace
from vaern.handle.cases import rules
from vaern.handle.cases.changing import Change
from vaern.handle.cases.letting_in import Staff, admit, staff_of, unit_of
from vaern.handle.cases.models import Case, CaseReport, Exclusion, Part
from vaern.handle.cases.planning import judge_again, lay_out
from vaern.handle.cases.telling import tell_of_opening
from vaern.handle.plans.actions import current
from vaern.handle.reports.models import Report, Status
from vaern.handle.triage.access import suggestion_of
from vaern.handle.triage.episode import picture
from vaern.handle.triage.models import Suggestion


def open_case(*, report: Report, by: Person | None = None) -> Case:
    """The case of a report: opened with tasks, owners and deadlines, or the one it has already.

    The lock on the workplace makes two workers with the same report open one case, and two
    cases of one year never take the same number.
    """
    plan = current(report.workplace)
    with recording(workplace=report.workplace, by=by) as record:
        Workplace.objects.select_for_update(no_key=True).get(pk=report.workplace_id)
        known = CaseReport.objects.filter(report=report).select_related("case").first()
        if known is not None:
            return known.case
        now = timezone.now()
        suggestion = suggestion_of(report)
        case = _new(report, suggestion, now)
        case.plan = plan
        change = Change(case, by, now, record)
        situation = judge_again(case, now)
        case.save(force_insert=True)
        CaseReport.objects.create(workplace=case.workplace, case=case, report=report, joined_at=now)
        Report.objects.filter(pk=report.pk).update(status=Status.IN_CASE)
        _begin(change, report, suggestion)
        _keep_out_who_was_named(change, report)
        staff = staff_of(case, now)
        _admit_own(change, report)
        lay_out(change, situation, staff)
        _admit_roles(change, staff)
        tell_of_opening(change, staff)
    return case


def _new(report: Report, suggestion: Suggestion | None, now: datetime) -> Case:
    workplace = report.workplace
    seen = picture(report.answers, suggestion.assessment if suggestion else {})
    learned = {"learned_at": report.sent_at.isoformat()} if report.sent_at else {}
    year = now.astimezone(zone_of(workplace)).year
    return Case(
        workplace=workplace,
        key=report.key,
        year=year,
        number=_next_number(workplace, year),
        unit=unit_of(report),
        affected=report.affected,
        facts={**learned, **report.answers, "self_harm": seen.self_harm},
        kinds=list(seen.kinds),
        severity=seen.severity,
        urgency=seen.urgency,
        opened_at=now,
    )


def _next_number(workplace: Workplace, year: int) -> int:
    taken = Case.objects.filter(workplace=workplace, year=year).aggregate(last=Max("number"))
    return (taken["last"] or 0) + 1


def _begin(change: Change, report: Report, suggestion: Suggestion | None) -> None:
    change.happened("report.received", report, via=report.via, report=str(report.pk))
    if suggestion is not None:
        change.happened(
            "triage.suggested", suggestion, for_affected=False, urgency=change.case.urgency
        )
    change.happened("case.opened", number=change.case.number, year=change.case.year)


def _keep_out_who_was_named(change: Change, report: Report) -> None:
    """The colleague or manager named as sender; never the affected person by a slip."""
    for pk in _named(report.answers.get("internal_person")):
        person = Person.objects.filter(workplace=report.workplace, pk=pk).first()
        if person is not None and pk != report.affected_id:
            Exclusion.objects.create(
                workplace=change.case.workplace, case=change.case, person=person, why="named",
                at=change.at,
            )  # fmt: skip
            change.happened("people.kept_out", for_affected=False, person=str(pk), why="named")


def _named(answer: Any) -> list[UUID]:
    found = []
    for text in answer if isinstance(answer, list) else [answer]:
        try:
            found.append(UUID(str(text)))
        except ValueError:
            continue
    return found


def _admit_own(change: Change, report: Report) -> None:
    """The affected person, and who reported it for them."""
    out = set(Exclusion.objects.filter(case=change.case).values_list("person_id", flat=True))
    if report.affected is not None and report.affected_id not in out:
        admit(change, report.affected, Part.AFFECTED, "affected")
    if report.author is not None and report.author_id not in out:
        admit(change, report.author, Part.REPORTER, "reporter")


def _admit_roles(change: Change, staff: Staff) -> None:
    owning = change.case.tasks.values_list("role", flat=True)
    for role, part in rules.roles_let_in(change.case.regime, owning):
        held = staff.holding(role)
        if held is not None:
            admit(change, held.owner, part, "plan", role)
