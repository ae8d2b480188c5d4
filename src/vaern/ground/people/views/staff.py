"""The staff list, and one person."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from vaern.ground.people import access, actions
from vaern.ground.people.access import (
    STAFF_READERS,
    asking,
    require_everywhere,
    require_reach,
    signed_in,
)
from vaern.ground.people.administrators import LastAdministrator
from vaern.ground.people.forms.roles import RoleForm
from vaern.ground.people.forms.staff import NewPersonForm, PersonForm
from vaern.ground.people.models import Person, RoleCode
from vaern.ground.people.names import nearly
from vaern.ground.people.reach import Reach, reach_of, units_with_roles
from vaern.ground.people.staff import Listed, listed, tree_of

A_PAGE = 50
CHANGES = RoleCode.ADMINISTRATOR


def administrator(request: HttpRequest) -> Person:
    """The administrator of the whole workplace who is asking; 404 for everybody else."""
    return require_everywhere(asking(request), CHANGES)


@signed_in
@require_GET
def staff(request: HttpRequest) -> HttpResponse:
    """Everybody within reach, by name: all, those of one unit, or those one looks for."""
    person = asking(request)
    reach = require_reach(person, *STAFF_READERS)
    chosen, typed = request.GET.get("afdeling", ""), request.GET.get("navn", "").strip()
    found = _looked_for(listed(person.workplace, reach), chosen, typed)
    context = {
        "page": Paginator(found, A_PAGE).get_page(request.GET.get("side")),
        "units": [row for row in tree_of(person.workplace) if reach.has(row.unit.pk)],
        "chosen": chosen,
        "typed": typed,
    }
    return render(request, "people/staff.html", context | may_change(person))


def _looked_for(rows: list[Listed], chosen: str, typed: str) -> list[Listed]:
    """Those with a role in the chosen unit whose name begins as typed, or who has that address."""
    near = {one.pk for one in nearly(typed, [one for one, _roles in rows])}
    return [
        (one, roles)
        for one, roles in rows
        if (one.pk in near or (typed and one.email == typed.casefold()))
        and (not chosen or any(str(role.unit_id) == chosen for role in roles))
    ]


def may_change(person: Person) -> dict[str, bool]:
    """May the reader add people (``may_add``), and look after units and files (``may_change``)?"""
    reach = reach_of(person, CHANGES)
    return {"may_add": bool(reach), "may_change": reach.everywhere}


@signed_in
@require_http_methods(["GET", "POST"])
def new_person(request: HttpRequest) -> HttpResponse:
    """Add one person by hand."""
    by = asking(request)
    reach = require_reach(by, CHANGES)
    form = NewPersonForm(request.POST or None, workplace=by.workplace, reach=reach)
    if request.method == "POST" and form.is_valid():
        made = _added(by, form)
        placed = bool(form.cleaned_data["unit"])
        words = (
            _("Personen er tilføjet.") if placed else _("Personen er tilføjet. Giv nu en rolle.")
        )
        messages.success(request, words)
        return redirect("people:person", pk=made.pk)
    return render(request, "people/person_form.html", {"form": form})


def _added(by: Person, form: NewPersonForm) -> Person:
    known = dict(form.cleaned_data)
    chosen = known.pop("unit")
    unit = access.unit_in(by.workplace, chosen) if chosen else None
    return actions.add_person(workplace=by.workplace, unit=unit, by=by, **known)


@signed_in
@require_GET
def person(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One person: what we know, roles, absence."""
    by = asking(request)
    who = access.met_by(by, pk, *STAFF_READERS)
    reach = reach_of(by, CHANGES)
    form = RoleForm(workplace=by.workplace, person=who, reach=reach) if reach else None
    return person_page(request, who, form)


def person_page(request: HttpRequest, who: Person, form: RoleForm | None) -> HttpResponse:
    """The page of one person, with what the reader may do there."""
    reach, units = reach_of(asking(request), CHANGES), units_with_roles(who)
    context = {
        "who": who,
        "roles": access.roles_with_names(who),
        "absences": access.absences_of(who),
        "role_form": form,
        "takes": _taken_by(reach, units),
        "may_give": bool(reach) and reach.meets(units),
        "may_change": bool(reach) and reach.covers(units),
    }
    return render(request, "people/person.html", context)


def _taken_by(reach: Reach, units: set[UUID]) -> set[UUID]:
    """Of the units, those whose roles the reader may take away."""
    return {unit for unit in units if reach.has(unit)}


@signed_in
@require_http_methods(["GET", "POST"])
def change_person(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Change name, address, phone, title or language."""
    by = asking(request)
    who = access.covered_by(by, pk, CHANGES)
    form = PersonForm(request.POST or None, workplace=by.workplace, person=who)
    if request.method == "POST" and form.is_valid() and _changed(form, who, by):
        messages.success(request, _("Ændringerne er gemt."))
        return redirect("people:person", pk=who.pk)
    return render(request, "people/person_form.html", {"form": form, "who": who})


def _changed(form: PersonForm, who: Person, by: Person) -> bool:
    try:
        actions.change_person(person=who, by=by, **form.cleaned_data)
    except LastAdministrator:
        form.add_error("email", _("Den sidste administrator skal kunne logge ind."))
        return False
    return True


@signed_in
@require_POST
def set_active(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Close or open somebody's access."""
    by = asking(request)
    who = access.covered_by(by, pk, CHANGES)
    if request.POST.get("active") == "1":
        actions.open_person(person=who, by=by)
        messages.success(request, _("Adgangen er åben igen."))
        return redirect("people:person", pk=who.pk)
    try:
        actions.close_person(person=who, by=by)
        messages.success(request, _("Adgangen er lukket. Personen er logget ud alle steder."))
    except LastAdministrator:
        tell_last_administrator(request)
    return redirect("people:person", pk=who.pk)


def tell_last_administrator(request: HttpRequest) -> None:
    messages.error(
        request, _("Der skal være mindst én administrator. Giv først rollen til en anden.")
    )


@signed_in
@require_POST
def invite(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Send a welcome that says where to sign in."""
    by = asking(request)
    who = access.covered_by(by, pk, CHANGES)
    actions.invite(person=who, by=by)
    messages.success(request, _("Velkomsten er på vej."))
    return redirect("people:person", pk=who.pk)
