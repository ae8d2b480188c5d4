"""What a staff list would do, line by line, before anything is done."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _
from django.utils.translation import override

from vaern.ground.people.models import Person, Role, RoleCode, User, Workplace
from vaern.ground.people.staff import people_of, roles_by_person, tree_of
from vaern.ground.people.staff_file import Row
from vaern.ground.people.unit_paths import Path, Several, UnitPaths

ROLE_WORDS = {
    "medarbejder": RoleCode.EMPLOYEE,
    "ansat": RoleCode.EMPLOYEE,
    "leder": RoleCode.MANAGER,
    "arbejdsmiljørepræsentant": RoleCode.AMR,
    "hr": RoleCode.HR,
    "sagsbehandler": RoleCode.HR,
    "hr og sagsbehandler": RoleCode.HR,
    "kommunikation": RoleCode.COMMUNICATIONS,
    "administrator": RoleCode.ADMINISTRATOR,
    "admin": RoleCode.ADMINISTRATOR,
    "working environment representative": RoleCode.AMR,
    "case handler": RoleCode.HR,
    **{code.value: code for code in RoleCode},
}


@cache
def role_words() -> dict[str, RoleCode]:
    """Every word we know a role by: short ones, and its name on the pages in each language."""
    found = dict(ROLE_WORDS)
    for language, _name in settings.LANGUAGES:
        with override(language):
            found |= {str(code.label).casefold(): code for code in RoleCode}
    return found


FIELDS = ("name", "phone", "title")


@dataclass
class Line:
    """One line of the file: what is wrong with it, or what it will do."""

    row: Row
    person: Person | None = None
    unit: Path = ()
    roles: tuple[RoleCode, ...] = ()
    problems: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    changes: dict[str, str] = field(default_factory=dict)
    adds_role: bool = False

    @property
    def outcome(self) -> str:
        """error, new, changed or same."""
        if self.problems:
            return "error"
        if self.person is None:
            return "new"
        return "changed" if self.changes or self.adds_role else "same"


@dataclass
class Plan:
    """All lines and the units they need."""

    lines: list[Line]
    units: UnitPaths

    def count(self, outcome: str) -> int:
        return sum(line.outcome == outcome for line in self.lines)

    @property
    def is_clean(self) -> bool:
        return not self.count("error")


def plan(workplace: Workplace, rows: Iterable[Row]) -> Plan:
    """Judge every row against the people and units there are and against the other rows."""
    planner = _Planner(workplace)
    lines = [planner.line(row) for row in rows]
    addresses = {line.row.email for line in lines if line.row.email} | set(planner.by_email)
    for line in lines:
        planner.check_deputy(line, addresses)
    return Plan(lines, planner.units)


class _Planner:
    def __init__(self, workplace: Workplace) -> None:
        people = people_of(workplace)
        self.by_email = {person.email: person for person in people if person.email}
        self.by_name: dict[str, list[Person]] = {}
        for person in people:
            self.by_name.setdefault(person.name.casefold(), []).append(person)
        self.held = roles_by_person(workplace)
        self.units = UnitPaths(tree_of(workplace))
        self.seen: dict[str, int] = {}

    def line(self, row: Row) -> Line:
        line = Line(row)
        if not row.name:
            line.problems.append(_("Navnet mangler."))
        elif len(row.name) > 200:
            line.problems.append(_("Navnet er for langt."))
        self._email(line)
        self._only_once(line)
        self._roles(line)
        self._unit(line)
        self._existing(line)
        return line

    def _email(self, line: Line) -> None:
        email = line.row.email
        if not email:
            return
        try:
            validate_email(email)
        except ValidationError:
            line.problems.append(_("“%(text)s” er ikke en e-mailadresse.") % {"text": email})
            return
        known = self.by_email.get(email)
        if not (known and known.user_id) and User.objects.filter(email=email).exists():
            line.problems.append(_("Adressen er i brug og kan ikke bruges til at logge ind her."))

    def _only_once(self, line: Line) -> None:
        mark = line.row.email or line.row.name.casefold()
        first = self.seen.setdefault(mark, line.row.number)
        if mark and first != line.row.number:
            line.problems.append(_("Står også på linje %(number)s.") % {"number": first})

    def _roles(self, line: Line) -> None:
        words = [word.strip() for word in re.split(r"[,/+]", line.row.roles) if word.strip()]
        found = [(word, role_words().get(word.casefold())) for word in words]
        for word, code in found:
            if code is None:
                line.problems.append(
                    _("Vi kender ikke rollen “%(word)s”. Brug: %(known)s.")
                    % {"word": word, "known": ", ".join(str(code.label) for code in RoleCode)}
                )
        given = tuple(code for _word, code in found if code)
        line.roles = given if words else (RoleCode.EMPLOYEE,)

    def _unit(self, line: Line) -> None:
        before = len(self.units.new)
        try:
            line.unit = self.units.find(line.row.unit)
        except Several:
            line.problems.append(
                _("Flere afdelinger hedder “%(name)s”. Skriv hele vejen: Teknik > %(name)s.")
                % {"name": line.row.unit}
            )
        if len(self.units.new) > before:
            line.notes.append(_("Afdelingen “%(name)s” bliver oprettet.") % {"name": line.row.unit})

    def _existing(self, line: Line) -> None:
        row, namesakes = line.row, self.by_name.get(line.row.name.casefold(), [])
        if not row.email and len(namesakes) > 1:
            line.problems.append(_("Flere hedder det samme. Skriv e-mailadressen."))
            return
        line.person = self.by_email.get(row.email) or (
            namesakes[0] if namesakes and not row.email else None
        )
        if line.person is None:
            return
        wanted = {name: getattr(row, name) for name in FIELDS if getattr(row, name)}
        person = line.person
        line.changes = {n: text for n, text in wanted.items() if getattr(person, n) != text}
        line.adds_role = bool((row.roles or row.unit) and self._missing(line))
        if not person.active:
            line.notes.append(_("Adgangen er lukket og forbliver lukket."))

    def _missing(self, line: Line) -> bool:
        held: Iterable[Role] = self.held.get(line.person.pk if line.person else UUID(int=0), [])
        placed = self.units.known.get(line.unit)
        here = {role.code for role in held if placed and role.unit_id == placed.unit.pk}
        return bool(set(line.roles) - here) or bool(line.row.deputy)

    def check_deputy(self, line: Line, addresses: set[str]) -> None:
        deputy = line.row.deputy.lower()
        if deputy and deputy not in addresses:
            line.problems.append(
                _("Stedfortræderen “%(text)s” findes ikke. Skriv en e-mailadresse fra listen.")
                % {"text": line.row.deputy}
            )
        if deputy and deputy == line.row.email:
            line.problems.append(_("Man kan ikke være stedfortræder for sig selv."))
