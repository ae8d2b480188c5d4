"""What is written in a case: notes, contacts outside, and words to the reporter."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from vaern.handle.cases import access, actions, speaking, wording
from vaern.handle.cases.access import CaseView
from vaern.handle.cases.forms import ContactForm, NoteForm, WordForm
from vaern.handle.cases.hearing import names_of_hearers
from vaern.handle.cases.models import Task, TaskState
from vaern.handle.cases.views.case import handler_context
from vaern.handle.cases.views.gate import changed
from vaern.handle.cases.whose import people_hit

WHOSE = gettext_lazy(
    "Flere personer i sagen venter på et nummer, og du valgte ikke, hvem det gælder. Åbn skridtet "
    "for den, det gælder, og skriv nummeret ind derfra."
)


@require_POST
@changed
def note(request: HttpRequest, seen: CaseView) -> HttpResponseBase:
    """An internal note."""
    form = NoteForm(request.POST)
    if form.is_valid():
        actions.add_note(case=seen.case, by=seen.person, text=form.cleaned_data["text"])
        messages.success(request, _("Notatet er gemt. Kun I, der behandler sagen, ser det."))
        return redirect("cases:case", seen.case.pk)
    return render(request, "cases/case.html", handler_context(seen) | {"note_form": form})


@require_http_methods(["GET", "POST"])
@changed
def word(request: HttpRequest, seen: CaseView) -> HttpResponseBase:
    """A word to the affected person and the reporter."""
    form, told = WordForm(request.POST or None), names_of_hearers(seen.case, seen.person)
    if told and form.is_valid():
        new = speaking.say(case=seen.case, by=seen.person, text=form.cleaned_data["text"])
        said = _("Beskeden er sendt. %(names)s kan læse den i sagen og har fået besked om det.")
        again = _("Beskeden var sendt i forvejen.")
        messages.success(request, said % {"names": told} if new else again)
        return redirect("cases:case", seen.case.pk)
    return _page(request, seen, form, "cases/word.html", told=told)


@require_http_methods(["GET", "POST"])
@changed
def contact(request: HttpRequest, seen: CaseView) -> HttpResponseBase:
    """The police's journal number, the EASY number, a platform."""
    wanted = request.GET.get("til", "")
    first = wanted if wanted in wording.CONTACT_WORDS else "police"
    initial = {"kind": first, "on": timezone.localdate()}
    made_for = _step(seen, request.GET.get("skridt", ""))
    people = [] if made_for and made_for.person_id else people_hit(seen.case)
    form = ContactForm(request.POST or None, initial=initial, people=people)
    if form.is_valid():
        given = form.cleaned_data
        actions.record_contact(case=seen.case, by=seen.person, task=made_for, **given)
        messages.success(request, _("Kontakten er skrevet ind i sagen."))
        named = made_for or given.get("about")
        if given["reference"] and not named and _waits(seen, given["kind"]):
            messages.info(request, WHOSE)
        return redirect("cases:case", seen.case.pk)
    return _page(request, seen, form, "cases/contact.html")


def _step(seen: CaseView, wanted: str) -> Task | None:
    """The step the contact was made for, where the way here says so."""
    return next((one for one in access.tasks_of(seen) if str(one.pk) == wanted), None)


def _waits(seen: CaseView, kind: str) -> bool:
    """Is a step still open that such a contact proves?"""
    waiting = access.tasks_of(seen).filter(state=TaskState.OPEN)
    return any(one.text.get("contact") == kind for one in waiting)


def _page(
    request: HttpRequest, seen: CaseView, form: forms.Form, template: str, **more: str
) -> HttpResponseBase:
    return render(request, template, {"case": seen.case, "form": form, **more})
