"""Naming a person of the workplace by typing."""

from functools import cached_property
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from vaern.ground.people.models import Person, Workplace
from vaern.handle.reports.addressees import by_name, home_unit, nearly, staff

MOST_SUGGESTED = 300
"""Larger workplaces type the whole name: the page would grow too heavy for a phone."""


class Directory:
    """The people who work here now, read once for a form."""

    def __init__(self, workplace: Workplace, *, but: Person | None = None) -> None:
        self.workplace, self.but = workplace, but

    @cached_property
    def people(self) -> list[Person]:
        return [person for person in staff(self.workplace) if person != self.but]

    def names(self) -> list[str]:
        """Suggestions for the field; none where there would be too many."""
        return [one.name for one in self.people] if len(self.people) <= MOST_SUGGESTED else []

    def find(self, typed: str) -> Person | None:
        """The one person meant, None for nothing typed. Raises ValidationError with what to do."""
        if not typed.strip():
            return None
        name, _comma, unit = typed.partition(",")
        found = by_name(name, self.people)
        if unit.strip():
            found = [one for one in found if _in_unit(one, unit)]
        if len(found) == 1:
            return found[0]
        near = found or nearly(name, self.people)
        if near:
            raise ValidationError(_several(near))
        raise ValidationError(_("Vi kender ingen med det navn her. Skriv for- og efternavn."))


def name_field(directory: Directory, **options: Any) -> forms.CharField:
    """A text field that suggests names; the page holds the list under ``names``."""
    attrs = {"autocomplete": "off", "list": "names"}
    return forms.CharField(
        max_length=200, required=False, widget=forms.TextInput(attrs=attrs), **options
    )


def _in_unit(person: Person, typed: str) -> bool:
    unit = home_unit(person)
    return unit is not None and unit.name.casefold().startswith(typed.strip().casefold())


def _several(found: list[Person]) -> str:
    shown = [f"{one.name}, {unit.name}" if (unit := home_unit(one)) else one.name for one in found]
    return _("Skriv hele navnet. Mener du: %(names)s?") % {"names": "; ".join(shown[:5])}
