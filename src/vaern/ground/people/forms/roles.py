"""Giving a role: which, in which unit, and who stands in."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from vaern.ground.people.changing_unit import left_for
from vaern.ground.people.forms.staff import set_choices, unit_choices
from vaern.ground.people.models import Person, RoleCode, Workplace
from vaern.ground.people.names import by_name
from vaern.ground.people.reach import Reach
from vaern.ground.people.staff import people_of

MOST_LISTED = 300
"""With more people than this the name is typed: the list would be too long to find anybody in."""

STAND_IN = _("Stedfortræder")
STEPS_IN = _("Tager over, når personen er fraværende.")
TYPED = _("Skriv for- og efternavn eller e-mailadressen. Tager over, når personen er fraværende.")


class RoleForm(forms.Form):
    """A role in a unit, with who stands in. The choices are ids: names are sealed."""

    code = forms.ChoiceField(label=_("Rolle"), choices=RoleCode.choices)
    unit = forms.ChoiceField(
        label=_("Afdeling"), help_text=_("Rollen gælder også i afdelingerne under.")
    )
    deputy = forms.Field(required=False)

    def __init__(
        self, *args: Any, workplace: Workplace, person: Person, reach: Reach, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.workplace, self.person, self.reach = workplace, person, reach
        set_choices(self.fields["unit"], unit_choices(workplace, reach))
        here = Person.objects.filter(workplace=workplace, active=True).exclude(pk=person.pk)
        self.listed = here.count() <= MOST_LISTED
        self.fields["deputy"] = self._list() if self.listed else self._typed()

    def others(self) -> list[Person]:
        """Who could stand in."""
        people = people_of(self.workplace)
        return [one for one in people if one.active and one.pk != self.person.pk]

    def _list(self) -> forms.ChoiceField:
        rows = [("", "–"), *((str(one.pk), one.name) for one in self.others())]
        return forms.ChoiceField(label=STAND_IN, required=False, help_text=STEPS_IN, choices=rows)

    def _typed(self) -> forms.CharField:
        return forms.CharField(label=STAND_IN, required=False, help_text=TYPED, max_length=254)

    def clean_deputy(self) -> Person | None:
        """Who stands in, or nobody; a typed name must mean one person and no more."""
        given = self.cleaned_data["deputy"]
        if not given:
            return None
        others = self.others()
        if self.listed:
            return next((one for one in others if str(one.pk) == given), None)
        found = by_name(given, others)
        if len(found) > 1:
            raise forms.ValidationError(_("Flere hedder det. Skriv e-mailadressen."))
        if not found:
            raise forms.ValidationError(_("Vi kender ingen med det navn. Skriv hele navnet."))
        return found[0]

    def clean(self) -> dict[str, Any]:
        """Nobody is moved out of a unit by somebody who has no say there."""
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("code") == RoleCode.EMPLOYEE and cleaned.get("unit"):
            leaves = left_for(UUID(cleaned["unit"]), self.person).values_list("unit", flat=True)
            if not all(self.reach.has(unit) for unit in leaves):
                self.add_error(
                    "unit",
                    _(
                        "Personen er medarbejder i en anden afdeling. "
                        "En administrator for hele arbejdspladsen kan flytte personen."
                    ),
                )
        return cleaned
