"""Who is let in to a case, who is kept out, and who can own no step of it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from vaern.ground.people.models import Person, RoleCode, Unit
from vaern.handle.cases import rules
from vaern.handle.cases.changing import Change, KeptOut
from vaern.handle.cases.doubt import doubted
from vaern.handle.cases.models import Case, Exclusion, Member, Part
from vaern.handle.reports.addressees import home_unit, top_unit
from vaern.handle.reports.models import Report

ALONE = "alone"
"""Why the affected person handles her own case: nobody else holds a role that could."""


def unit_of(report: Report) -> Unit | None:
    """The unit whose people handle it: the report's, else where the person works, else the top."""
    for person in (report.affected, report.author):
        found = report.unit or (person and home_unit(person))
        if found:
            return found
    return top_unit(report.workplace)


def kept_out(case: Case) -> set[UUID]:
    """Ids of those kept out of the case."""
    return set(Exclusion.objects.filter(case=case).values_list("person_id", flat=True))


def barred(case: Case) -> set[UUID]:
    """Ids of those who can own no step: kept out, or the affected themselves.

    Also who may be behind it, unless they were let in all the same. The affected person who runs
    her own case, since nobody else can, owns its steps.
    """
    return out_of_it(case) - alone(case)


def out_of_it(case: Case) -> set[UUID]:
    """Ids of those who are not asked by role to do anything."""
    inside = set(Member.objects.filter(case=case).values_list("person_id", flat=True))
    return {*kept_out(case), *hit(case), *(ids(doubted(case)) - inside)}


def hit(case: Case) -> set[UUID]:
    """Ids of those it hit: the case is theirs, and nobody keeps them out of it."""
    members = Member.objects.filter(case=case, part=Part.AFFECTED)
    reports = Report.objects.filter(in_case__case=case)
    told = {
        *members.values_list("person_id", flat=True),
        *reports.values_list("affected", flat=True),
    }
    return ids(case.affected_id, *told)


def alone(case: Case) -> set[UUID]:
    """The id of the affected person where she runs her own case."""
    rows = Member.objects.filter(case=case, part=Part.HANDLER, why=ALONE)
    return set(rows.values_list("person_id", flat=True))


def ids(*found: UUID | None) -> set[UUID]:
    """Those that are there."""
    return {one for one in found if one is not None}


def admit(change: Change, person: Person, part: str, why: str, role: str = "") -> bool:
    """Let a person in; True if they were not in already. Raises :class:`KeptOut`.

    The affected person stays that, whatever else they are asked to do, but where she is alone
    with it.
    """
    case, entry = change.case, Entry(person, part, why, role)
    if Exclusion.objects.filter(case=case, person=person).exists():
        raise KeptOut(str(person.pk))
    known = Member.objects.filter(case=case, person=person).first()
    if known is None:
        _member(change, entry).save(force_insert=True)
        _noted(change, entry)
    elif why == ALONE or rules.strongest([known.part, part]) != known.part:
        known.part, known.role, known.why = part, role or known.role, why
        known.save(update_fields=["part", "role", "why"])
    return known is None


@dataclass(frozen=True)
class Entry:
    """Somebody to be let in, and why."""

    person: Person
    part: str
    why: str
    role: str = ""


def admit_first(change: Change, entries: Iterable[Entry], barred: Collection[UUID]) -> list[Member]:
    """Let the first people into a new case, each once and by their strongest part."""
    chosen: dict[UUID, Entry] = {}
    for entry in entries:
        known = chosen.get(entry.person.pk, entry)
        best = rules.strongest([known.part, entry.part])
        if entry.person.pk not in barred and known.why != ALONE:
            stronger = entry.why == ALONE or known.part != best
            chosen[entry.person.pk] = entry if stronger else known
    members = [_member(change, entry) for entry in chosen.values()]
    for entry in chosen.values():
        _noted(change, entry)
    return Member.objects.bulk_create(members)


def _member(change: Change, entry: Entry) -> Member:
    return Member(
        workplace=change.case.workplace,
        case=change.case,
        person=entry.person,
        part=entry.part,
        role=entry.role,
        why=entry.why,
        since=change.at,
    )


def _noted(change: Change, entry: Entry) -> None:
    change.happened(
        "people.let_in",
        person=str(entry.person.pk),
        part=entry.part,
        why=entry.why,
        role=entry.role,
    )


def entry_of(case: Case, person: Person, role: str, why: str) -> Entry:
    """How somebody with a role is let in; the affected person only to run her own case."""
    return Entry(person, part_of(role), ALONE if person.pk in hit(case) else why, role)


def part_of(role: str) -> str:
    """The part in which somebody with a role is let in: the AMR supports, others handle."""
    return Part.SUPPORT if role == RoleCode.AMR else Part.HANDLER
