"""Choosing a colleague: from a list, or by typing the name where the list would be too long."""

from collections.abc import Collection, Iterable
from typing import Any, cast
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from vaern.ground.people.models import Person, Workplace
from vaern.ground.people.names import by_name
from vaern.handle.reports.forms.people import MOST_SUGGESTED, Directory

Choices = list[Any]


def offer(form: forms.Form, name: str, rows: Choices) -> None:
    """Give a choice field of the form its choices, which depend on the day and the reader."""
    field = form.fields[name]
    if not isinstance(field, forms.ChoiceField):
        raise TypeError(name)
    field.choices = rows


class PersonForm(forms.Form):
    """One colleague. ``without`` are not offered, ``first`` stand on top of the list."""

    person = forms.Field(label=_("Hvem?"))

    def __init__(
        self,
        *args: Any,
        workplace: Workplace,
        without: Collection[UUID] = (),
        first: Collection[UUID] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.directory = Directory(workplace)
        self.people = [one for one in self.directory.people if one.pk not in without]
        self.listed = len(self.people) <= MOST_SUGGESTED
        self.fields["person"] = self._list(first) if self.listed else self._typed()

    def _list(self, first: Collection[UUID]) -> forms.ChoiceField:
        rows = [(one.pk in first, (str(one.pk), self.directory.spelt(one))) for one in self.people]
        near = [row for is_near, row in rows if is_near]
        others = [row for is_near, row in rows if not is_near]
        grouped: Choices = [(_("Med i sagen"), near), (_("Andre"), others)] if near else others
        return forms.ChoiceField(label=_("Hvem?"), choices=[("", _("Vælg en person")), *grouped])

    def _typed(self) -> forms.CharField:
        return forms.CharField(label=_("Hvem?"), help_text=_("Skriv for- og efternavn."))

    def clean_person(self) -> Person:
        """The colleague meant; a typed name must mean one and only one."""
        given = self.cleaned_data["person"]
        if self.listed:
            return next(one for one in self.people if str(one.pk) == given)
        found = by_name(given, self.people)
        if len(found) != 1:
            raise forms.ValidationError(_("Vi kender ingen med det navn. Skriv hele navnet."))
        return found[0]


def among(form: forms.Form, name: str, people: Iterable[Person]) -> None:
    """Choose one of those it hit; nothing is asked where there is only one."""
    pks = [one.pk for one in people]
    if len(pks) < 2:
        del form.fields[name]
        return
    field = cast("forms.ModelChoiceField[Person]", form.fields[name])
    field.queryset = Person.objects.filter(pk__in=pks).select_related("workplace__key")
