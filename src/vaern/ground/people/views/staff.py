"""The staff list, one person, their roles and their absence."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from vaern.ground.people import access, actions
from vaern.ground.people.access import STAFF_READERS, asking, require_role, signed_in
from vaern.ground.people.forms.me import AbsenceForm
from vaern.ground.people.forms.staff import PersonForm, RoleForm
from vaern.ground.people.models import Person, Role, RoleCode
from vaern.ground.people.staff import people_of, roles_by_person, tree_of

A_PAGE = 50


def administrator(request: HttpRequest) -> Person:
    """The administrator who is asking; 404 for everybody else."""
    return require_role(asking(request), RoleCode.ADMINISTRATOR)


@signed_in
@require_GET
def staff(request: HttpRequest) -> HttpResponse:
    """Everybody at the workplace, by name, all or those of one unit."""
    person = require_role(asking(request), *STAFF_READERS)
    roles, chosen = roles_by_person(person.workplace), request.GET.get("afdeling", "")
    people = [
        (one, roles.get(one.pk, []))
        for one in people_of(person.workplace)
        if not chosen or any(str(role.unit_id) == chosen for role in roles.get(one.pk, []))
    ]
    page = Paginator(people, A_PAGE).get_page(request.GET.get("side"))
    context = {"page": page, "units": tree_of(person.workplace), "chosen": chosen}
    return render(request, "people/staff.html", context | may_change(person))


def may_change(person: Person) -> dict[str, bool]:
    return {"may_change": access.has_role(person, RoleCode.ADMINISTRATOR)}


@signed_in
@require_http_methods(["GET", "POST"])
def new_person(request: HttpRequest) -> HttpResponse:
    """Add one person by hand."""
    by = administrator(request)
    form = PersonForm(request.POST or None, workplace=by.workplace)
    if request.method == "POST" and form.is_valid():
        made = actions.add_person(workplace=by.workplace, by=by, **form.cleaned_data)
        messages.success(request, _("Personen er tilføjet. Giv nu en rolle."))
        return redirect("people:person", pk=made.pk)
    return render(request, "people/person_form.html", {"form": form})


@signed_in
@require_GET
def person(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One person: what we know, roles, absence."""
    by = require_role(asking(request), *STAFF_READERS)
    who = access.person_in(by.workplace, pk)
    context = {
        "who": who,
        "roles": access.roles_with_names(who),
        "absences": access.absences_of(who),
        "role_form": RoleForm(workplace=by.workplace, person=who),
    }
    return render(request, "people/person.html", context | may_change(by))


@signed_in
@require_http_methods(["GET", "POST"])
def change_person(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Change name, address, phone, title or language."""
    by = administrator(request)
    who = access.person_in(by.workplace, pk)
    form = PersonForm(request.POST or None, workplace=by.workplace, person=who)
    if request.method == "POST" and form.is_valid():
        actions.change_person(person=who, by=by, **form.cleaned_data)
        messages.success(request, _("Ændringerne er gemt."))
        return redirect("people:person", pk=who.pk)
    return render(request, "people/person_form.html", {"form": form, "who": who})


@signed_in
@require_POST
def set_active(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Close or open somebody's access."""
    by = administrator(request)
    who = access.person_in(by.workplace, pk)
    if request.POST.get("active") == "1":
        actions.open_person(person=who, by=by)
        messages.success(request, _("Adgangen er åben igen."))
        return redirect("people:person", pk=who.pk)
    try:
        actions.close_person(person=who, by=by)
        messages.success(request, _("Adgangen er lukket. Personen er logget ud alle steder."))
    except actions.LastAdministrator:
        _last_administrator(request)
    return redirect("people:person", pk=who.pk)


def _last_administrator(request: HttpRequest) -> None:
    messages.error(
        request, _("Der skal være mindst én administrator. Giv først rollen til en anden.")
    )


@signed_in
@require_POST
def invite(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Send a welcome that says where to sign in."""
    by = administrator(request)
    who = access.person_in(by.workplace, pk)
    actions.invite(person=who, by=by)
    messages.success(request, _("Velkomsten er på vej."))
    return redirect("people:person", pk=who.pk)


@signed_in
@require_POST
def give_role(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Give a role in a unit, or change who stands in for it."""
    by = administrator(request)
    who = access.person_in(by.workplace, pk)
    form = RoleForm(request.POST, workplace=by.workplace, person=who)
    if not form.is_valid():
        context = {"who": who, "roles": access.roles_with_names(who), "role_form": form}
        context["absences"] = access.absences_of(who)
        return render(request, "people/person.html", context | may_change(by))
    unit = access.unit_in(by.workplace, form.cleaned_data["unit"])
    stand_in = form.cleaned_data["deputy"]
    deputy = access.person_in(by.workplace, stand_in) if stand_in else None
    code = form.cleaned_data["code"]
    actions.give_role(person=who, unit=unit, code=code, deputy=deputy, by=by)
    messages.success(request, _("Rollen er gemt."))
    return redirect("people:person", pk=who.pk)


@signed_in
@require_POST
def take_role(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take a role away; taking it twice is once."""
    by = administrator(request)
    role = Role.objects.select_related("person__workplace__key").filter(pk=pk).first()
    if role is None:
        return redirect("people:staff")
    try:
        actions.take_role(role=role, by=by)
        messages.success(request, _("Rollen er fjernet."))
    except actions.LastAdministrator:
        _last_administrator(request)
    return redirect("people:person", pk=role.person_id)


@signed_in
@require_http_methods(["GET", "POST"])
def person_absence(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Days away for somebody who cannot write them in."""
    by = require_role(asking(request), *STAFF_READERS)
    who = access.person_in(by.workplace, pk)
    form = AbsenceForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.set_absence(person=who, by=by, **form.cleaned_data)
        messages.success(request, _("Fraværet er gemt."))
        return redirect("people:person", pk=who.pk)
    return render(request, "people/absence.html", {"form": form, "who": who})
