"""The workplace's settings and its units."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from vaern.ground.people import access, workplace_actions
from vaern.ground.people.access import STAFF_READERS, asking, require_reach, signed_in
from vaern.ground.people.actions import add_unit
from vaern.ground.people.forms.staff import UnitForm
from vaern.ground.people.forms.workplace import WorkplaceForm
from vaern.ground.people.models import Person, Unit
from vaern.ground.people.staff import SHOWN_ROLES, manned_tree
from vaern.ground.people.unit_names import NameTaken
from vaern.ground.people.views.staff import administrator, may_change

TAKEN = gettext_lazy("Der er allerede en afdeling med det navn samme sted. Vælg et andet navn.")


@signed_in
@require_http_methods(["GET", "POST"])
def workplace(request: HttpRequest) -> HttpResponse:
    """Name, number, hours, closed days, acute phone, law options."""
    by = administrator(request)
    form = WorkplaceForm(request.POST or None, workplace=by.workplace)
    if request.method == "POST" and form.is_valid():
        changes = form.changes(by.workplace)
        workplace_actions.change_workplace(workplace=by.workplace, by=by, **changes)
        messages.success(request, _("Indstillingerne er gemt. De gælder med det samme."))
        return redirect("people:workplace")
    return render(request, "people/workplace.html", {"form": form})


@signed_in
@require_GET
def units(request: HttpRequest) -> HttpResponse:
    """The tree of units, and who would be asked for each role in each of them."""
    by = asking(request)
    tree = manned_tree(by.workplace, require_reach(by, *STAFF_READERS))
    context = {"units": tree, "titles": [c.label for c in SHOWN_ROLES]}
    return render(request, "people/units.html", context | may_change(by))


@signed_in
@require_http_methods(["GET", "POST"])
def new_unit(request: HttpRequest) -> HttpResponse:
    by = administrator(request)
    form = UnitForm(request.POST or None, workplace=by.workplace)
    if request.method == "POST" and form.is_valid() and _added(form, by):
        messages.success(request, _("Afdelingen er oprettet."))
        return redirect("people:units")
    return render(request, "people/unit_form.html", {"form": form})


def _added(form: UnitForm, by: Person) -> bool:
    parent = access.unit_in(by.workplace, form.cleaned_data["parent"])
    try:
        add_unit(workplace=by.workplace, name=form.cleaned_data["name"], parent=parent, by=by)
    except NameTaken:
        form.add_error("name", TAKEN)
    return form.is_valid()


@signed_in
@require_http_methods(["GET", "POST"])
def unit(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Rename a unit or move it with everything below it."""
    by = administrator(request)
    found = access.unit_in(by.workplace, pk)
    as_is = {"name": found.name, "parent": str(found.parent_id)}
    form = UnitForm(request.POST or None, workplace=by.workplace, unit=found, initial=as_is)
    if request.method == "POST" and form.is_valid() and _changed(found, form, by):
        messages.success(request, _("Afdelingen er ændret."))
        return redirect("people:units")
    return render(request, "people/unit_form.html", {"form": form, "unit": found})


def _changed(found: Unit, form: UnitForm, by: Person) -> bool:
    parent = form.cleaned_data.get("parent")
    above, name = (
        access.unit_in(by.workplace, parent) if parent else None,
        form.cleaned_data["name"],
    )
    try:
        workplace_actions.change_unit(unit=found, name=name, parent=above, by=by)
    except workplace_actions.Circle:
        form.add_error("parent", _("En afdeling kan ikke høre under sig selv."))
    except NameTaken:
        form.add_error("name", TAKEN)
    return form.is_valid()
