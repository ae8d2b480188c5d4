"""Whether one of us is behind a message: what its head says is no proof, so a person settles it.

Until then nobody is kept out for it, but nobody who may be behind it is let in by role either.
"""

from uuid import UUID

from vaern.ground.people.models import Person
from vaern.handle.cases import rules
from vaern.handle.cases.models import Case, Exclusion, Part
from vaern.handle.reports.suspects import MAYBE_FROM

UNKNOWN = "sender_unknown"
"""The answer that nobody here knows who of us it is, or that they are not among those one can
choose."""


def asks_who(case: Case) -> bool:
    """Is it one of us, and has nobody said who? Until then no manager is let in by role."""
    if case.regime != rules.INTERNAL or doubted(case) or case.facts.get(UNKNOWN):
        return False
    return not Exclusion.objects.filter(case=case, why="named").exists()


def doubted(case: Case) -> UUID | None:
    """Who may be behind it; None when there is no doubt, or it is settled."""
    try:
        return UUID(str(case.facts.get(MAYBE_FROM)))
    except ValueError:
        return None


def doubted_person(case: Case) -> Person | None:
    """The same as a person of the workplace."""
    pk = doubted(case)
    rows = Person.objects.filter(workplace=case.workplace_id, pk=pk) if pk else None
    return rows.select_related("workplace__key").first() if rows is not None else None


def question(case: Case, asked: Person) -> Person | None:
    """Who the person is asked about; who may be behind it answers only where nobody else can."""
    about = doubted_person(case)
    others = case.members.filter(part=Part.HANDLER).exclude(person=asked)
    return None if about == asked and others.exists() else about


def settle(case: Case, person: Person) -> None:
    """Whoever is kept out is in doubt no more."""
    if doubted(case) == person.pk:
        case.facts = {name: value for name, value in case.facts.items() if name != MAYBE_FROM}
        case.save(update_fields=["facts"])


def from_inside(case: Case) -> bool:
    """Is the sender from the workplace, or may they be? Then nobody is sent to their manager."""
    return case.regime == rules.INTERNAL or doubted(case) is not None
