"""What kind of case it is: confirming or correcting Værn's suggestion, and the facts."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from vaern.ground.people.calendar import zone_of
from vaern.handle.cases import access, actions, suggestions_shown
from vaern.handle.cases.access import CaseView
from vaern.handle.cases.deciding import VerdictForm
from vaern.handle.cases.facts_form import FactsForm
from vaern.handle.cases.suggestions_shown import SuggestionShown
from vaern.handle.cases.views.gate import changed
from vaern.handle.reports.models import Report

MEANWHILE = gettext_lazy(
    "Værns vurdering er ændret, mens du så på den. Se den igen, og svar så. Intet er ændret."
)


@require_POST
@changed
def confirm(request: HttpRequest, seen: CaseView, report: UUID) -> HttpResponseBase:
    """One click: the suggestion is right."""
    found = _report(seen, report)
    suggestion = suggestions_shown.shown(found)
    if suggestion is not None and _is_another(request, suggestion):
        messages.warning(request, MEANWHILE)
    else:
        actions.confirm(case=seen.case, by=seen.person, report=found)
        messages.success(request, _("Noteret. Planen fortsætter, som den er."))
    return redirect("cases:case", seen.case.pk)


@require_http_methods(["GET", "POST"])
@changed
def verdict(request: HttpRequest, seen: CaseView, report: UUID) -> HttpResponseBase:
    """The suggestion is not right: what it is instead, and why."""
    found = _report(seen, report)
    suggestion = suggestions_shown.shown(found)
    if suggestion is None:
        raise Http404
    case, on = seen.case, timezone.localdate()
    initial = {"kinds": case.kinds, "severity": case.severity, "urgency": str(case.urgency)}
    form = VerdictForm(request.POST or None, on=on, initial=initial | {"harassment": "yes"})
    if form.is_valid() and _is_another(request, suggestion):
        form.add_error(None, MEANWHILE)
    if form.is_valid():
        actions.overrule(case=case, by=seen.person, report=found, **_said(form))
        messages.success(request, _("Rettet. Planen er lagt igen: se, hvad der er nyt nedenfor."))
        return redirect("cases:case", case.pk)
    return render(
        request, "cases/verdict.html", {"case": case, "form": form, "suggestion": suggestion}
    )


def _is_another(request: HttpRequest, suggestion: SuggestionShown) -> bool:
    """Has the suggestion changed since the page that is answered was shown?"""
    return request.POST.get("seen", suggestion.mark) != suggestion.mark


def _said(form: VerdictForm) -> dict[str, Any]:
    given = form.cleaned_data
    return {
        "harassment": given["harassment"] == "yes",
        "kinds": given["kinds"],
        "urgency": int(given["urgency"]),
        "severity": given["severity"],
        "reason": given["reason"],
    }


@require_http_methods(["GET", "POST"])
@changed
def facts(request: HttpRequest, seen: CaseView) -> HttpResponseBase:
    """The facts the rules and the deadlines rest on."""
    case = seen.case
    with timezone.override(zone_of(case.workplace)):
        form = FactsForm(request.POST or None, facts=case.facts, on=timezone.localdate())
        if not form.is_valid():
            return render(request, "cases/facts.html", {"case": case, "form": form})
    if actions.correct(case=case, by=seen.person, facts=form.corrections()):
        messages.success(request, _("Rettet. Frister og skridt er regnet ud igen."))
    return redirect("cases:case", case.pk)


@require_POST
@changed
def join(request: HttpRequest, seen: CaseView) -> HttpResponseBase:
    """The case becomes part of another from the same sender that the person handles too."""
    wanted = request.POST.get("into", "")
    into = next((one for one in access.same_sender(seen) if str(one.pk) == wanted), None)
    if into is None:
        raise Http404
    actions.join(case=seen.case, into=into, by=seen.person)
    said = _("Lagt sammen. Alt fra sag %(old)s ligger nu her.")
    messages.success(request, said % {"old": seen.case.reference})
    return redirect("cases:case", into.pk)


def _report(seen: CaseView, pk: UUID) -> Report:
    found = access.reports_of(seen).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found
