"""A screen of the form that comes in after the report was sent: from a second tab, or by Back.

Nothing of it is lost: it is handed on as something told later, and the person is told so.
"""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from vaern.ground.people.models import Person
from vaern.handle.reports import actions
from vaern.handle.reports.forms import ScreenForm, uploaded
from vaern.handle.reports.models import Report
from vaern.handle.reports.screens import Screen
from vaern.handle.reports.views.going import SeeOther, receipt_url

IN_TIME = _("Indberetningen var sendt. Det, du skrev eller valgte her, er lagt til den.")
TOO_LATE = _("Indberetningen er sendt. Skriv det, du vil rette, under Tilføj mere.")


def hand_on(
    request: HttpRequest, screen: Screen, form: ScreenForm, report: Report, person: Person
) -> HttpResponse:
    """Add what came to the report; where it says nothing new, on to the receipt as always."""
    text = _words(request, screen, form, report, person)
    files = uploaded(request.FILES, request.POST.get("pasted", ""))
    if not text and not files:
        return _nothing_new(request, form, report)
    once = report.pk  # the same words from the same old page are told once
    added = actions.add_later(
        report=report, by=person, text=text, files=files, once=once, senders=_senders(form)
    )
    for one in added.refused:
        messages.warning(request, str(one))
    if added.kept:
        messages.success(request, IN_TIME)
    if screen.code == "danger" and request.POST.get("danger") != "no":
        return SeeOther(reverse("reports:now", args=[report.pk]))
    return SeeOther(reverse("reports:report", args=[report.pk]))


def _nothing_new(request: HttpRequest, form: ScreenForm, report: Report) -> HttpResponse:
    if form.is_valid():
        return SeeOther(receipt_url(report))
    messages.info(request, TOO_LATE)
    return SeeOther(reverse("reports:report", args=[report.pk]))


def _senders(form: ScreenForm) -> list[str]:
    """Whom the screen says it came from: an address, a name, or the address of one of us."""
    given = form.cleaned_data if form.is_valid() else {}
    insider = given.get("insider")
    told = (given.get("sender"), given.get("sender_name"), insider.email if insider else "")
    return [text for text in told if text]


def _words(
    request: HttpRequest, screen: Screen, form: ScreenForm, report: Report, person: Person
) -> str:
    """What the screen says otherwise than the report; of one that is not valid its own words."""
    if screen.code == "evidence":
        return ""
    if form.is_valid():
        return actions.corrections(report, person, form.answers())
    given = request.POST.get("text", "").strip()
    return given if given != report.text else ""
