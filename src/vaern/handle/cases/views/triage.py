"""What kind of case it is: confirming or correcting Værn's suggestion, and the facts."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from vaern.ground.people.calendar import zone_of
from vaern.handle.cases import access, actions, suggestions_shown
from vaern.handle.cases.access import CaseView
from vaern.handle.cases.deciding import VerdictForm
from vaern.handle.cases.facts_form import FactsForm
from vaern.handle.cases.models import Case
from vaern.handle.cases.views.gate import changed
from vaern.handle.reports.models import Report


@require_POST
@changed
def confirm(request: HttpRequest, seen: CaseView, report: UUID) -> HttpResponseBase:
    """One click: the suggestion is right."""
    found = _report(seen, report)
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
    if form.is_valid():
        actions.overrule(case=case, by=seen.person, report=found, **_said(form))
        messages.success(request, _("Rettet. Planen er lagt igen: se, hvad der er nyt nedenfor."))
        return redirect("cases:case", case.pk)
    return render(
        request, "cases/verdict.html", {"case": case, "form": form, "suggestion": suggestion}
    )


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
    """The facts the rules and the deadlines rest on, also those of a case joined into it."""
    case, joined = seen.case, _joined(seen, request.GET.get("del", ""))
    about = joined or case
    with timezone.override(zone_of(case.workplace)):
        form = FactsForm(request.POST or None, facts=about.facts, on=timezone.localdate())
        if not form.is_valid():
            context = {"case": case, "form": form, "joined": joined}
            return render(request, "cases/facts.html", context)
    given = form.corrections()
    if actions.correct(case=case, by=seen.person, facts=given, joined=joined):
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


def _joined(seen: CaseView, wanted: str) -> Case | None:
    """The joined case the address asks for; none is asked for where it says nothing."""
    if not wanted:
        return None
    found = next((one for one in access.joined_into(seen) if str(one.pk) == wanted), None)
    if found is None:
        raise Http404
    return found


def _report(seen: CaseView, pk: UUID) -> Report:
    found = access.reports_of(seen).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found
