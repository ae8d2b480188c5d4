"""Adding and changing a person, and giving roles."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from vaern.ground.people.models import Person, RoleCode, Unit, User, Workplace
from vaern.ground.people.staff import people_of, tree_of


class PersonForm(forms.Form):
    """A person of the workplace; ``person`` is None for somebody new."""

    name = forms.CharField(label=_("Navn"), max_length=200)
    email = forms.EmailField(
        label=_("E-mailadresse"),
        required=False,
        help_text=_("Den, personen logger ind med. Uden adresse kan personen ikke logge ind."),
    )
    phone = forms.CharField(label=_("Telefon"), max_length=40, required=False)
    title = forms.CharField(label=_("Stilling"), max_length=120, required=False)
    language = forms.ChoiceField(label=_("Sprog"), choices=settings.LANGUAGES)

    def __init__(
        self, *args: Any, workplace: Workplace, person: Person | None = None, **kwargs: Any
    ) -> None:
        self.workplace, self.person = workplace, person
        kwargs.setdefault("initial", self._as_is())
        super().__init__(*args, **kwargs)

    def _as_is(self) -> dict[str, Any]:
        if self.person is None:
            return {"language": settings.LANGUAGE_CODE}
        return {name: getattr(self.person, name) for name in self.base_fields}

    def clean_email(self) -> str:
        """One person to an address; elsewhere in use is said no more about."""
        email: str = self.cleaned_data["email"].strip().lower()
        if email and _taken(email, self.workplace, self.person):
            raise forms.ValidationError(_("Adressen er i brug. Vælg en anden."))
        return email


def _taken(email: str, workplace: Workplace, person: Person | None) -> bool:
    people = Person.objects.filter(workplace=workplace, email=email)
    users = User.objects.filter(email=email)
    if person is not None:
        people = people.exclude(pk=person.pk)
        users = users.exclude(pk=person.user_id) if person.user_id else users
    return people.exists() or users.exists()


class RoleForm(forms.Form):
    """A role in a unit, with who stands in. The choices are ids: names are sealed."""

    code = forms.ChoiceField(label=_("Rolle"), choices=RoleCode.choices)
    unit = forms.ChoiceField(
        label=_("Afdeling"), help_text=_("Rollen gælder også i afdelingerne under.")
    )
    deputy = forms.ChoiceField(
        label=_("Stedfortræder"),
        required=False,
        help_text=_("Tager over, når personen er fraværende."),
    )

    def __init__(self, *args: Any, workplace: Workplace, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = [one for one in people_of(workplace) if one.active and one.pk != person.pk]
        deputies = [("", "–"), *((str(one.pk), one.name) for one in others)]
        set_choices(self.fields["unit"], unit_choices(workplace))
        set_choices(self.fields["deputy"], deputies)


class UnitForm(forms.Form):
    """A unit's name and the unit above it."""

    name = forms.CharField(label=_("Navn"), max_length=120)
    parent = forms.ChoiceField(label=_("Hører under"))

    def __init__(self, *args: Any, workplace: Workplace, unit: Unit | None = None, **kw: Any):
        super().__init__(*args, **kw)
        if unit is not None and unit.parent_id is None:
            del self.fields["parent"]
        else:
            set_choices(self.fields["parent"], unit_choices(workplace))


def unit_choices(workplace: Workplace) -> list[tuple[str, str]]:
    """Ids and names of the tree, indented by how deep they stand."""
    mark = "\N{EN DASH} "
    return [(str(row.unit.pk), mark * row.depth + row.unit.name) for row in tree_of(workplace)]


def set_choices(field: forms.Field, choices: list[tuple[str, str]]) -> None:
    assert isinstance(field, forms.ChoiceField)  # noqa: S101 - said for the type checker
    field.choices = choices
