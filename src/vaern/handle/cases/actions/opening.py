"""Opening a case from a report."""

from datetime import datetime
from uuid import UUID

from django.db.models import Max
from django.utils import timezone

from vaern.ground.audit.actions import recording
from vaern.ground.people.calendar import zone_of
from vaern.ground.people.models import Person, Workplace
from vaern.handle.cases import rules
from vaern.handle.cases.changing import Change
from vaern.handle.cases.conflicts import DEPUTY, drawn_out
from vaern.handle.cases.doubt import doubted
from vaern.handle.cases.letting_in import Entry, admit_first, ids, unit_of
from vaern.handle.cases.models import Case, CaseReport, Exclusion, Part
from vaern.handle.cases.planning import judge_again, lay_out
from vaern.handle.cases.staffing import Staff
from vaern.handle.cases.telling import tell_of_opening
from vaern.handle.cases.weighing import WEIGHED, weighed
from vaern.handle.plans.actions import current
from vaern.handle.reports.actions import close_for
from vaern.handle.reports.models import Report, Status
from vaern.handle.triage.access import suggestion_of
from vaern.handle.triage.episode import picture
from vaern.handle.triage.models import Suggestion


def open_case(*, report: Report, by: Person | None = None) -> Case:
    """The case of a report: opened with tasks, owners and deadlines, or the one it has already.

    The lock on the workplace makes two workers with the same report open one case, and two
    cases of one year never take the same number. All that can be read before is read before:
    the lock is held only to write.
    """
    now, suggestion = timezone.now(), suggestion_of(report)
    case = _new(report, suggestion, now)
    situation, named = judge_again(case, now), _named(report)
    out = _out(case, now, report, named)
    staff = Staff(case, now, out | ids(case.affected_id, doubted(case)), bool(named))
    staff.look_up(rules.roles_asked(staff.regime))
    with recording(workplace=report.workplace, by=by) as record:
        Workplace.objects.select_for_update(no_key=True).get(pk=report.workplace_id)
        known = CaseReport.objects.filter(report=report).select_related("case").first()
        if known is not None:
            return known.case
        change = Change(case, by, now, record)
        _store(change, report, suggestion)
        _keep_out(change, report, out, named)
        owners = lay_out(change, situation, staff)
        entries = [*_own(report), *owners, *by_role(owners, staff)]
        members = admit_first(change, entries, out)
        tell_of_opening(change, members, staff)
        change.write()
    return case


def _new(report: Report, suggestion: Suggestion | None, now: datetime) -> Case:
    workplace = report.workplace
    seen = picture(report.answers, suggestion.assessment if suggestion else {})
    learned = {"learned_at": report.sent_at.isoformat()} if report.sent_at else {}
    return Case(
        workplace=workplace,
        key=report.key,
        plan=current(workplace),
        year=now.astimezone(zone_of(workplace)).year,
        unit=unit_of(report),
        affected=report.affected,
        facts={**learned, **report.answers, **_read(suggestion), "self_harm": seen.self_harm},
        kinds=list(seen.kinds),
        severity=seen.severity,
        urgency=seen.urgency,
        opened_at=now,
        planned_on=now.astimezone(zone_of(workplace)).date(),
    )


def _read(suggestion: Suggestion | None) -> dict[str, list[str]]:
    """The texts the case is opened on; an assessment that does not list them says nothing."""
    known = suggestion is not None and "texts" in suggestion.assessment
    return {WEIGHED: weighed(suggestion)} if known else {}


def _next_number(workplace: Workplace, year: int) -> int:
    taken = Case.objects.filter(workplace=workplace, year=year).aggregate(last=Max("number"))
    return (taken["last"] or 0) + 1


def _store(change: Change, report: Report, suggestion: Suggestion | None) -> None:
    case = change.case
    case.number = _next_number(case.workplace, case.year)
    case.save(force_insert=True)
    link = CaseReport(workplace=case.workplace, case=case, report=report, joined_at=change.at)
    link.save(force_insert=True)
    Report.objects.filter(pk=report.pk).update(status=Status.IN_CASE)
    change.happened("report.received", report, via=report.via, report=str(report.pk))
    if suggestion is not None:
        change.happened("triage.suggested", suggestion, for_affected=False, urgency=case.urgency)
    change.happened("case.opened", number=case.number, year=case.year)


def _out(case: Case, now: datetime, report: Report, named: list[Person]) -> set[UUID]:
    """Ids of those who are named, and of whoever would act in their place."""
    first, own = {one.pk for one in named}, ids(report.author_id, report.affected_id)
    return first | {one.pk for one in drawn_out(case, first, now, staying=own)}


def _keep_out(change: Change, report: Report, out: set[UUID], named: list[Person]) -> None:
    """The colleague or manager named as sender, and who was chosen to act for them."""
    people = Person.objects.filter(pk__in=out).select_related("workplace__key").order_by("pk")
    for person in people:
        why = "named" if person in named else DEPUTY
        row = Exclusion(workplace=change.case.workplace, case=change.case, person=person)
        row.why, row.at = why, change.at
        row.save(force_insert=True)
        close_for(report=report, person=person, by=change.by)
        change.happened("people.kept_out", for_affected=False, person=str(person.pk), why=why)


def _named(report: Report) -> list[Person]:
    """Who the report says it came from; never the affected person by a slip."""
    answer = report.answers.get("internal_person")
    told = [_uuid(text) for text in (answer if isinstance(answer, list) else [answer])]
    ids = {pk for pk in told if pk and pk != report.affected_id}
    if not ids:
        return []
    return list(Person.objects.filter(workplace=report.workplace, pk__in=ids).order_by("pk"))


def _uuid(text: object) -> UUID | None:
    try:
        return UUID(str(text))
    except ValueError:
        return None


def _own(report: Report) -> list[Entry]:
    """The affected person, and who reported it for them."""
    own = ((report.affected, Part.AFFECTED), (report.author, Part.REPORTER))
    return [Entry(person, part, part.value) for person, part in own if person is not None]


def by_role(owners: list[Entry], staff: Staff) -> list[Entry]:
    """Those the plan lets in by role, whether they got a step or not."""
    found = []
    for role, part in rules.roles_let_in(staff.regime, [entry.role for entry in owners]):
        held = staff.holding(role)
        if held is not None:
            found.append(Entry(held.owner, part, "plan", role))
    return found
