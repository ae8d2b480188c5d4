"""My account: who I am here, where I am signed in, when I am away."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from vaern.ground.people import access, actions, places
from vaern.ground.people.access import asking, signed_in
from vaern.ground.people.forms.me import AbsenceForm, LanguageForm
from vaern.ground.people.models import Absence, Person


@signed_in
@require_GET
def me(request: HttpRequest) -> HttpResponse:
    """Name, roles, deputies, absence, sessions, language and password."""
    person = asking(request)
    return render(
        request,
        "people/me.html",
        {
            "roles": access.roles_with_names(person),
            "absences": access.absences_of(person),
            "language_form": LanguageForm(initial={"language": person.language}),
            "has_password": person.user is not None and person.user.has_usable_password(),
            **(places.shown(request, person.user) if person.user else {}),
        },
    )


@signed_in
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Choose the language of pages and e-mails."""
    person, form = asking(request), LanguageForm(request.POST)
    answer = redirect("people:me")
    if form.is_valid():
        chosen = form.cleaned_data["language"]
        actions.change_person(person=person, by=person, language=chosen)
        answer.set_cookie(settings.LANGUAGE_COOKIE_NAME, chosen, samesite="Lax")
        with override(chosen):
            messages.success(request, _("Dit sprog er gemt."))
    return answer


@signed_in
@require_http_methods(["GET", "POST"])
def absence(request: HttpRequest) -> HttpResponse:
    """My own days away; the deputy takes over on those days."""
    person = asking(request)
    form = AbsenceForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.set_absence(person=person, by=person, **form.cleaned_data)
        messages.success(request, _("Dit fravær er gemt."))
        return redirect("people:me")
    return render(request, "people/absence.html", {"form": form, "who": person})


@signed_in
@require_POST
def end_absence(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take a period away again: one's own, or anybody's for who looks after the staff list."""
    person = asking(request)
    found = Absence.objects.filter(workplace=person.workplace, pk=pk).first()
    if found is None or not access.may_set_absence(person, found.person_id):
        raise Http404
    actions.end_absence(absence=found, by=person)
    messages.success(request, _("Fraværet er fjernet."))
    return back_to(person, found.person_id)


def back_to(person: Person, whose: UUID) -> HttpResponse:
    if whose == person.pk:
        return redirect("people:me")
    return redirect("people:person", pk=whose)
