"""A unit's name is its own among the units beside it: a staff list finds units by name."""

from collections.abc import Iterable
from unicodedata import normalize
from uuid import UUID

from vaern.ground.people.models import Unit, Workplace


class NameTaken(Exception):
    """Another unit under the same unit has that name."""


def folded(name: str) -> str:
    """What two names that read the same have in common: neither case nor spaces tell them apart."""
    return " ".join(normalize("NFC", name).split()).casefold()


def keep_apart(
    workplace: Workplace, name: str, parent: UUID | None, but: Iterable[UUID] = ()
) -> None:
    """See that no unit under ``parent`` has the name. Raises :class:`NameTaken`.

    Names are sealed, so no constraint of the database can do it: two clicks at once come one
    after the other.
    """
    Workplace.objects.select_for_update(no_key=True).get(pk=workplace.pk)
    beside = Unit.objects.filter(workplace=workplace, parent=parent).exclude(pk__in=but)
    if folded(name) in {folded(one.name) for one in beside.select_related("workplace__key")}:
        raise NameTaken
