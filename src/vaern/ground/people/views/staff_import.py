"""Fetching the staff list from a file: choose, look it through, confirm."""

from typing import Any

from django import forms
from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from vaern.ground.people import staff_file
from vaern.ground.people.access import signed_in
from vaern.ground.people.models import Workplace
from vaern.ground.people.staff_import import NotClean, import_staff
from vaern.ground.people.staff_plan import Plan, plan
from vaern.ground.people.views.staff import administrator
from vaern.ground.vault.sessions import SessionStore

WAITING = "staff_list"
SHOWN = 500
FAULTS = {
    "empty": gettext_lazy("Filen har ingen linjer med medarbejdere."),
    "no_name": gettext_lazy(
        "Vi kan ikke finde kolonnen “Navn”. Den første linje skal være overskrifter."
    ),
    "unknown": gettext_lazy(
        "Vi kender ikke disse kolonner: %(where)s. Slet dem i filen, eller giv dem navne fra "
        "eksemplet."
    ),
    "twice": gettext_lazy("Disse kolonner står der mere end én gang: %(where)s. Behold én."),
    "broken": gettext_lazy(
        'Linje %(where)s kan ikke læses. Se efter et anførselstegn ("), der mangler sin mage.'
    ),
    "too_many": gettext_lazy("Filen har over 5.000 linjer. Del den i flere."),
}


class FileForm(forms.Form):
    """A CSV file; what was read from it is ``cleaned_data["rows"]``."""

    file = forms.FileField(
        label=gettext_lazy("Fil med medarbejdere"),
        help_text=gettext_lazy("CSV fra Excel eller lønsystemet, højst 2 MB."),
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,text/csv"}),
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if (file.size or 0) > staff_file.MOST_BYTES:
            raise forms.ValidationError(_("Filen er større end 2 MB."))
        try:
            self.rows = staff_file.read(file.read())
        except staff_file.Unreadable as fault:
            words = str(FAULTS[fault.code]) % {"where": fault.where}
            raise forms.ValidationError(words) from fault
        return file


@signed_in
@require_http_methods(["GET", "POST"])
def choose(request: HttpRequest) -> HttpResponse:
    """Choose the file; what is in it waits in the sealed session, not in the page."""
    administrator(request)
    form = FileForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        form = FileForm(request.POST, request.FILES)
        if form.is_valid():
            request.session[WAITING] = [row.plain() for row in form.rows]
            return redirect("people:import_preview")
    return render(request, "people/import.html", {"form": form})


@signed_in
@require_http_methods(["GET", "POST"])
def preview(request: HttpRequest) -> HttpResponse:
    """What the file will do; confirming does all of it or nothing."""
    by = administrator(request)
    waiting = request.session.get(WAITING)
    if not waiting:
        return redirect("people:staff")
    rows = [staff_file.Row(**row) for row in waiting]
    if request.method == "POST":
        return _confirm(request, rows)
    planned = plan(by.workplace, rows)
    lines = sorted(planned.lines, key=lambda line: not line.problems)
    counts = {name: planned.count(name) for name in ("new", "changed", "same", "error")}
    context = {"lines": lines[:SHOWN], "hidden": len(lines) - SHOWN, "clean": planned.is_clean}
    return render(request, "people/import_preview.html", context | counts)


def _confirm(request: HttpRequest, rows: list[staff_file.Row]) -> HttpResponse:
    by, welcome = administrator(request), request.POST.get("welcome") == "1"
    try:
        with transaction.atomic():
            if _taken(request):
                done = import_staff(workplace=by.workplace, rows=rows, welcome=welcome, by=by)
                _tell_done(request, done)
            else:
                messages.info(request, _("Listen er allerede hentet."))
    except (NotClean, IntegrityError):
        messages.error(request, _("Intet er hentet. Se linjerne igennem igen."))
        return redirect("people:import_preview")
    request.session.pop(WAITING, None)
    return redirect("people:staff")


def _taken(request: HttpRequest) -> bool:
    """Take the waiting list out of the session; False where another click was first.

    The session is read and stored again under the lock on the workplace: the second click waits
    here and finds nothing. Should the import fail, the list waits as before.
    """
    Workplace.objects.select_for_update(no_key=True).get(pk=administrator(request).workplace_id)
    session = SessionStore(request.session.session_key)
    waiting = session.pop(WAITING, None)
    if waiting:
        session.save()
    return bool(waiting)


def _tell_done(request: HttpRequest, done: Plan) -> None:
    counts = {"new": done.count("new"), "changed": done.count("changed")}
    messages.success(request, _("Listen er hentet: %(new)s nye, %(changed)s ændrede.") % counts)


@signed_in
@require_GET
def template(request: HttpRequest) -> HttpResponse:
    """An example to fill in."""
    administrator(request)
    answer = HttpResponse(staff_file.template(), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="medarbejdere.csv"'
    return answer
