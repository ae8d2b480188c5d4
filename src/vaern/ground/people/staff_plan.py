"""What a staff list would do, line by line, before anything is done."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from vaern.ground.people.changing_unit import kept_words, named
from vaern.ground.people.models import Person, Role, RoleCode, User, Workplace
from vaern.ground.people.rules import is_phone
from vaern.ground.people.staff import people_of, roles_by_person, tree_of
from vaern.ground.people.staff_file import Row
from vaern.ground.people.staff_words import (
    FAULTS,
    LONGEST,
    LONGEST_UNIT,
    NO_PHONE,
    TOO_LONG,
    role_words,
)
from vaern.ground.people.unit_paths import PARTING, Path, Several, Twins, UnitPaths

FIELDS = ("name", "phone", "title")


@dataclass
class Line:
    """One line of the file: what is wrong with it, or what it will do.

    ``gives`` are the roles it gives in ``unit``, ``leaves`` those that end because of a move.
    """

    row: Row
    person: Person | None = None
    unit: Path = ()
    roles: tuple[RoleCode, ...] = ()
    problems: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    changes: dict[str, str] = field(default_factory=dict)
    gives: tuple[RoleCode, ...] = ()
    leaves: list[Role] = field(default_factory=list)

    @property
    def outcome(self) -> str:
        """error, new, changed or same."""
        if self.problems:
            return "error"
        if self.person is None:
            return "new"
        return "changed" if self.changes or self.gives or self.leaves else "same"


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
    rows = list(rows)
    planner = _Planner(workplace, {row.email for row in rows if row.email})
    lines = [planner.line(row) for row in rows]
    addresses = {line.row.email for line in lines if line.row.email} | set(planner.by_email)
    for line in lines:
        planner.check_deputy(line, addresses)
    return Plan(lines, planner.units)


class _Planner:
    """Everything a line is judged by, read once however many lines there are."""

    def __init__(self, workplace: Workplace, addresses: set[str]) -> None:
        users = User.objects.filter(email__in=addresses)
        self.sign_ins = set(users.values_list("email", flat=True))
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
        if row.fault:
            line.problems.append(str(FAULTS[row.fault]))
            return line
        if not row.name:
            line.problems.append(_("Navnet mangler."))
        self._length(line)
        self._email(line)
        self._phone(line)
        self._only_once(line)
        self._roles(line)
        self._unit(line)
        self._existing(line)
        return line

    def _length(self, line: Line) -> None:
        row = line.row
        long = [name for name, most in LONGEST.items() if len(getattr(row, name)) > most]
        if any(len(part.strip()) > LONGEST_UNIT for part in row.unit.split(PARTING)):
            long.append("unit")
        line.problems += [str(TOO_LONG[name]) for name in long]

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
        if not (known and known.user_id) and email in self.sign_ins:
            line.problems.append(_("Adressen er i brug og kan ikke bruges til at logge ind her."))

    def _phone(self, line: Line) -> None:
        phone = line.row.phone
        if phone and not is_phone(phone):
            line.problems.append(str(NO_PHONE) % {"text": phone})

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
        given = tuple(dict.fromkeys(code for _word, code in found if code))
        line.roles = line.gives = given if words else (RoleCode.EMPLOYEE,)

    def _unit(self, line: Line) -> None:
        before = len(self.units.new)
        try:
            line.unit = self.units.find(line.row.unit)
        except Several:
            line.problems.append(
                _("Flere afdelinger hedder “%(name)s”. Skriv hele vejen: Teknik > %(name)s.")
                % {"name": line.row.unit}
            )
        except Twins:
            line.problems.append(
                _(
                    "Flere afdelinger hedder “%(name)s” og hører under den samme. Giv dem hver sit navn."
                )
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
            if any(not one.email for one in namesakes):
                line.notes.append(_("Der er allerede en med det navn uden e-mailadresse."))
            return
        wanted = {name: getattr(row, name) for name in FIELDS if getattr(row, name)}
        person = line.person
        line.changes = {n: text for n, text in wanted.items() if getattr(person, n) != text}
        self._placed(line, self.held.get(person.pk, []))
        if not person.active:
            line.notes.append(_("Adgangen er lukket og forbliver lukket."))

    def _placed(self, line: Line, held: list[Role]) -> None:
        """What becomes of the roles of somebody who is here already: given, kept, or left."""
        row, placed = line.row, self.units.known.get(line.unit)
        here = {role.code for role in held if placed and role.unit_id == placed.unit.pk}
        employed = [role for role in held if role.code == RoleCode.EMPLOYEE]
        wanted = line.roles if row.roles or row.unit else ()
        if employed and not row.unit:  # an empty cell moves nobody to the top
            wanted = tuple(code for code in wanted if code != RoleCode.EMPLOYEE)
        line.gives = tuple(code for code in wanted if row.deputy or code not in here)
        if RoleCode.EMPLOYEE in wanted:
            line.leaves = [r for r in employed if not placed or r.unit_id != placed.unit.pk]
        if line.leaves:
            self._moving(line, held)

    def _moving(self, line: Line, held: list[Role]) -> None:
        old = ", ".join(role.unit.name for role in line.leaves)
        line.notes.append(_("Flytter fra %(units)s.") % {"units": old})
        kept = [named(role) for role in held if role.code != RoleCode.EMPLOYEE]
        if kept:
            line.notes.append(kept_words(kept))

    def check_deputy(self, line: Line, addresses: set[str]) -> None:
        deputy = line.row.deputy.lower()
        if deputy and deputy not in addresses:
            line.problems.append(
                _("Stedfortræderen “%(text)s” findes ikke. Skriv en e-mailadresse fra listen.")
                % {"text": line.row.deputy}
            )
        if deputy and deputy == line.row.email:
            line.problems.append(_("Man kan ikke være stedfortræder for sig selv."))
