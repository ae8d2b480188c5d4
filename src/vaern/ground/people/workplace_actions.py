"""The workplace itself: its settings and the tree of its units."""

from typing import Any

from vaern.ground.audit.actions import Recorder, recording
from vaern.ground.people import rules
from vaern.ground.people.models import Person, Unit, Workplace
from vaern.ground.people.unit_names import keep_apart


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


def change_unit(*, unit: Unit, name: str, parent: Unit | None, by: Person | None) -> None:
    """Rename ``unit`` and put it below ``parent``; None leaves it where it is.

    Raises :class:`NameTaken`, or :class:`Circle`; the topmost unit stays on top.
    """
    above = parent.pk if parent else unit.parent_id
    if (unit.name, unit.parent_id) == (name, above):
        return
    with recording(workplace=unit.workplace, by=by) as record:
        keep_apart(unit.workplace, name, above, but=[unit.pk])
        if parent and unit.parent_id != above:
            _move(unit, parent, record)
        if unit.name != name:
            unit.name = name
            unit.save(update_fields=["name"])
            record("unit.renamed", unit)


def _move(unit: Unit, parent: Unit, record: Recorder) -> None:
    locked = Unit.objects.select_for_update().filter(workplace=unit.workplace)
    parents = dict(locked.values_list("pk", "parent"))
    if unit.parent_id is None or rules.makes_a_circle(unit.pk, parent.pk, parents):
        raise Circle
    unit.parent = parent
    unit.save(update_fields=["parent"])
    record("unit.moved", unit, parent=str(parent.pk))
