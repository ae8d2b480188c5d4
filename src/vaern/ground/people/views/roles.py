"""Giving and taking roles, and the days somebody else is away."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from vaern.ground.people import access, actions, changing_unit
from vaern.ground.people.access import STAFF_READERS, asking, signed_in
from vaern.ground.people.administrators import LastAdministrator
from vaern.ground.people.forms.me import AbsenceForm
from vaern.ground.people.forms.roles import RoleForm
from vaern.ground.people.models import Person, Role, RoleCode
from vaern.ground.people.reach import reach_of, units_with_roles
from vaern.ground.people.views.staff import person_page, tell_last_administrator


@signed_in
@require_POST
def give_role(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Give a role in a unit, or change who stands in for it."""
    by = asking(request)
    who = access.met_by(by, pk, RoleCode.ADMINISTRATOR)
    reach = reach_of(by, RoleCode.ADMINISTRATOR)
    form = RoleForm(request.POST, workplace=by.workplace, person=who, reach=reach)
    if not form.is_valid():
        return person_page(request, who, form)
    _given(request, who, form)
    return redirect("people:person", pk=who.pk)


def _given(request: HttpRequest, who: Person, form: RoleForm) -> None:
    by, code = asking(request), form.cleaned_data["code"]
    unit = access.unit_in(by.workplace, form.cleaned_data["unit"])
    moves = code == RoleCode.EMPLOYEE and changing_unit.left_for(unit, who).exists()
    actions.give_role(person=who, unit=unit, code=code, deputy=form.cleaned_data["deputy"], by=by)
    messages.success(
        request, changing_unit.moved_words(who, unit) if moves else _("Rollen er gemt.")
    )


@signed_in
@require_POST
def take_role(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take a role away; taking it twice is once."""
    by = asking(request)
    reach = access.require_reach(by, RoleCode.ADMINISTRATOR)
    role = Role.objects.select_related("person__workplace__key").filter(pk=pk).first()
    if role is None or not reach.has(role.unit_id):
        return redirect("people:staff")
    who = role.person
    try:
        actions.take_role(role=role, by=by)
        messages.success(request, _("Rollen er fjernet."))
    except LastAdministrator:
        tell_last_administrator(request)
    return _after_taking(by, who)


def _after_taking(by: Person, who: Person) -> HttpResponse:
    """The person's page, as long as it is still theirs to see."""
    reach = reach_of(by, *STAFF_READERS)
    if reach.meets(units_with_roles(who)):
        return redirect("people:person", pk=who.pk)
    return redirect("people:staff" if reach else "people:me")


@signed_in
@require_http_methods(["GET", "POST"])
def person_absence(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Days away for somebody who cannot write them in."""
    by = asking(request)
    who = access.met_by(by, pk, *STAFF_READERS)
    form = AbsenceForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.set_absence(person=who, by=by, **form.cleaned_data)
        messages.success(request, _("Fraværet er gemt."))
        return redirect("people:person", pk=who.pk)
    return render(request, "people/absence.html", {"form": form, "who": who})
