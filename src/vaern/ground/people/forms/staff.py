"""Adding and changing a person, and a unit."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from vaern.ground.people.forms.phone import PhoneField
from vaern.ground.people.models import Person, Unit, User, Workplace
from vaern.ground.people.reach import ALL, Reach
from vaern.ground.people.staff import tree_of


class PersonForm(forms.Form):
    """A person of the workplace; ``person`` is None for somebody new."""

    name = forms.CharField(label=_("Navn"), max_length=200)
    email = forms.EmailField(
        label=_("E-mailadresse"),
        required=False,
        help_text=_("Den, personen logger ind med. Uden adresse kan personen ikke logge ind."),
    )
    phone = PhoneField(label=_("Telefon"))
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


class NewPersonForm(PersonForm):
    """Somebody new, with the unit they work in: who looks after one unit adds people to it."""

    unit = forms.ChoiceField(
        label=_("Afdeling"), required=False, help_text=_("Her bliver personen medarbejder.")
    )
    field_order = ("name", "email", "phone", "title", "unit", "language")

    def __init__(self, *args: Any, workplace: Workplace, reach: Reach, **kwargs: Any) -> None:
        super().__init__(*args, workplace=workplace, **kwargs)
        later = [("", _("Ingen endnu"))] if reach.everywhere else []
        set_choices(self.fields["unit"], [*later, *unit_choices(workplace, reach)])
        self.fields["unit"].required = not reach.everywhere


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


def unit_choices(workplace: Workplace, reach: Reach = ALL) -> list[tuple[str, str]]:
    """Ids and names of the tree as far as ``reach`` goes, indented by how deep they stand."""
    mark, tree = "\N{EN DASH} ", tree_of(workplace)
    shown = [row for row in tree if reach.has(row.unit.pk)]
    return [(str(row.unit.pk), mark * row.depth + row.unit.name) for row in shown]


def set_choices(field: forms.Field, choices: list[Any]) -> None:
    assert isinstance(field, forms.ChoiceField)  # noqa: S101 - said for the type checker
    field.choices = choices
