"""Who acts in a case: the people let in, those kept out, and who owns a step."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from vaern.ground.people.calendar import zone_of
from vaern.ground.people.holders import Holding, anybody, holder
from vaern.ground.people.models import Person, RoleCode, Unit
from vaern.handle.cases import rules
from vaern.handle.cases.changing import Change, KeptOut
from vaern.handle.cases.doubt import doubted
from vaern.handle.cases.models import Case, Exclusion, Member, Part
from vaern.handle.reports.addressees import home_unit, top_unit
from vaern.handle.reports.models import Report


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

    Also who may be behind it, unless they were let in all the same.
    """
    members = Member.objects.filter(case=case)
    affected = members.filter(part=Part.AFFECTED).values_list("person_id", flat=True)
    unsettled = ids(doubted(case)) - set(members.values_list("person_id", flat=True))
    return {*kept_out(case), *affected, *ids(case.affected_id), *unsettled}


def ids(*found: UUID | None) -> set[UUID]:
    """Those that are there."""
    return {one for one in found if one is not None}


@dataclass
class Staff:
    """Who holds which role in the case's unit on a day; each role is looked up once.

    HR is looked for in the whole workplace before there is nobody: somebody has to handle it.
    """

    case: Case
    at: datetime
    barred: set[UUID]

    def __post_init__(self) -> None:
        self._found: dict[str, Holding | None] = {}
        self._day = self.at.astimezone(zone_of(self.case.workplace)).date()

    def holding(self, code: str) -> Holding | None:
        """The nearest holder of the role who is present and not barred; None if nobody is."""
        if code not in self._found:
            self._found[code] = self._near(code) or (self._far() if code == RoleCode.HR else None)
        return self._found[code]

    def _near(self, code: str) -> Holding | None:
        if self.case.unit is None:
            return None
        return holder(code=code, unit=self.case.unit, on=self._day, excluding=self.barred)

    def _far(self) -> Holding | None:
        """Anybody in HR; who may be behind it only when there is nobody else."""
        workplace, certain = self.case.workplace, self.barred - ids(doubted(self.case))
        for out in (self.barred, certain):
            held = anybody(code=RoleCode.HR, workplace=workplace, on=self._day, excluding=out)
            if held is not None:
                return held
        return None

    @property
    def discreet(self) -> bool:
        """While one of us may be behind it, HR handles it and managers are not asked."""
        return doubted(self.case) is not None and self.holding(RoleCode.HR) is not None

    @property
    def regime(self) -> str:
        """The regime by which people are let in: as for an internal sender while in doubt."""
        return rules.INTERNAL if self.discreet else self.case.regime

    def look_up(self, codes: Iterable[str]) -> None:
        """Find these holders now, so that nothing has to be asked later."""
        for code in codes:
            self.holding(code)

    def first(self, codes: Iterable[str]) -> Holding | None:
        """The holder of the first role that somebody holds."""
        return next((held for code in codes if (held := self.holding(code))), None)


def staff_of(case: Case, at: datetime) -> Staff:
    return Staff(case, at, barred(case))


def admit(change: Change, person: Person, part: str, why: str, role: str = "") -> bool:
    """Let a person in; True if they were not in already. Raises :class:`KeptOut`.

    The affected person stays that, whatever else they are asked to do.
    """
    case, entry = change.case, Entry(person, part, why, role)
    if Exclusion.objects.filter(case=case, person=person).exists():
        raise KeptOut(str(person.pk))
    known = Member.objects.filter(case=case, person=person).first()
    if known is None:
        _member(change, entry).save(force_insert=True)
        _noted(change, entry)
    elif rules.strongest([known.part, part]) != known.part:
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
        if entry.person.pk not in barred:
            chosen[entry.person.pk] = known if known.part == best else entry
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


def part_of(role: str) -> str:
    """The part in which somebody with a role is let in: the AMR supports, others handle."""
    return Part.SUPPORT if role == RoleCode.AMR else Part.HANDLER
