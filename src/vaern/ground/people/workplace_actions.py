"""The workplace itself: its settings and the tree of its units."""

from typing import Any

from vaern.ground.audit.actions import recording
from vaern.ground.people import rules
from vaern.ground.people.models import Person, Unit, Workplace


class Circle(Exception):
    """A unit cannot stand below itself."""


def change_workplace(*, workplace: Workplace, by: Person | None, **changes: Any) -> bool:
    """Change the workplace's settings; True when something did change."""
    changed = [name for name, value in changes.items() if getattr(workplace, name) != value]
    if not changed:
        return False
    with recording(workplace=workplace, by=by) as record:
        for name in changed:
            setattr(workplace, name, changes[name])
        workplace.save()
        record("workplace.changed", workplace, fields=",".join(sorted(changed)))
    return True


def rename_unit(*, unit: Unit, name: str, by: Person | None) -> None:
    if unit.name == name:
        return
    with recording(workplace=unit.workplace, by=by) as record:
        unit.name = name
        unit.save(update_fields=["name"])
        record("unit.renamed", unit)


def move_unit(*, unit: Unit, parent: Unit, by: Person | None) -> None:
    """Put ``unit`` below ``parent``. Raises :class:`Circle`; the topmost unit stays on top."""
    if unit.parent_id == parent.pk:
        return
    with recording(workplace=unit.workplace, by=by) as record:
        locked = Unit.objects.select_for_update().filter(workplace=unit.workplace)
        parents = dict(locked.values_list("pk", "parent"))
        if unit.parent_id is None or rules.makes_a_circle(unit.pk, parent.pk, parents):
            raise Circle
        unit.parent = parent
        unit.save(update_fields=["parent"])
        record("unit.moved", unit, parent=str(parent.pk))
