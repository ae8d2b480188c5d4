"""Naming a person of the workplace by typing."""

from collections import Counter
from functools import cached_property
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from vaern.ground.people.models import Person, Workplace
from vaern.ground.people.names import by_name, nearly, plain_words
from vaern.handle.reports.addressees import home_unit, staff

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
        return [*map(self.spelt, self.people)] if len(self.people) <= MOST_SUGGESTED else []

    def spelt(self, person: Person) -> str:
        """How the person is written so that nobody else is meant: the address after a shared name."""
        shared = self._shared[plain_words(person.name)] > 1
        return f"{person.name}, {person.email}" if shared and person.email else person.name

    @cached_property
    def _shared(self) -> Counter[str]:
        return Counter(plain_words(one.name) for one in self.people)

    def find(self, typed: str) -> Person | None:
        """The one person meant, None for nothing typed. Raises ValidationError with what to do.

        After a name and a comma may stand what tells namesakes apart: unit, title or address.
        """
        if not typed.strip():
            return None
        name, _comma, more = typed.partition(",")
        found = by_name(name, self.people)
        if more.strip():
            found = [one for one in found if _fits(one, more)]
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


def _fits(person: Person, typed: str) -> bool:
    """Is ``typed`` the person's address, or the beginning of their title or unit?"""
    words, unit = typed.strip().casefold(), home_unit(person)
    told = [person.title, unit.name if unit else ""]
    return words == person.email or any(one.casefold().startswith(words) for one in told)


def _several(found: list[Person]) -> str:
    """The ones that may be meant, each so that it can be typed and means nobody else."""
    names = Counter(plain_words(one.name) for one in found)
    shown = [_apart(one) if names[plain_words(one.name)] > 1 else _placed(one) for one in found]
    return _("Skriv hele navnet. Mener du: %(names)s?") % {"names": "; ".join(shown[:5])}


def _placed(person: Person) -> str:
    unit = home_unit(person)
    return f"{person.name}, {unit.name}" if unit else person.name


def _apart(person: Person) -> str:
    """A namesake: the address tells them apart; without one the title."""
    return ", ".join(one for one in (person.name, person.email or person.title) if one)
