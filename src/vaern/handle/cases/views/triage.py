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
from vaern.handle.cases import access, actions, meanwhile, suggestions_shown, timeline
from vaern.handle.cases.access import CaseView
from vaern.handle.cases.deciding import VerdictForm
from vaern.handle.cases.facts_form import FactsForm
from vaern.handle.cases.hearing import hearers
from vaern.handle.cases.models import Case, CaseState
from vaern.handle.cases.no_harassment import SureForm, follows, kind_word
from vaern.handle.cases.situation import NOT_HARASSMENT
from vaern.handle.cases.suggestions_shown import SuggestionShown
from vaern.handle.cases.views.gate import changed, onwards
from vaern.handle.reports.models import Report

MEANWHILE = gettext_lazy(
    "Værns vurdering er ændret, mens du så på den. Se den igen, og svar så. Intet er ændret."
)


@require_POST
@changed
def confirm(request: HttpRequest, seen: CaseView, report: UUID) -> HttpResponseBase:
    """One click: the suggestion is right."""
    found, mark = _report(seen, report), request.POST.get("seen", "")
    suggestion = suggestions_shown.shown(found)
    try:
        if suggestion is not None and _is_another(request, suggestion):
            messages.warning(request, MEANWHILE)
        elif actions.confirm(case=seen.case, by=seen.person, report=found, seen=mark):
            messages.success(request, _("Noteret. Planen fortsætter, som den er."))
        else:
            messages.info(request, _("Det er vurderet i forvejen. Intet er ændret."))
    except meanwhile.Overtaken:
        messages.warning(
            request,
            _("Sagen er ændret, siden du åbnede siden. Læs, hvad der er nyt, og vurdér så."),
        )
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
    initial["harassment"] = "no" if case.facts.get(NOT_HARASSMENT) else "yes"
    care = bool(case.facts.get("self_harm"))
    form = VerdictForm(request.POST or None, on=on, care=care, initial=initial)
    more: dict[str, Any] = {}
    if form.is_valid() and _is_another(request, suggestion):
        form.add_error(None, MEANWHILE)
    if form.is_valid():
        sure = _sure(request, seen)
        if form.cleaned_data["harassment"] == "no" and not (sure and sure.is_valid()):
            return _ask(request, seen, form, sure)
        word = sure.cleaned_data["word"] if sure else ""
        try:
            return _judge(request, seen, found, form, word)
        except meanwhile.Overtaken:
            more = _overtaken(seen, request)
    more = {"mark": meanwhile.mark(case), "suggestion": suggestion, **more}
    return render(request, "cases/verdict.html", {"case": case, "form": form, **more})


def _sure(request: HttpRequest, seen: CaseView) -> SureForm | None:
    """The answer to *Are you sure?*; None while it has not been asked."""
    if "sure" not in request.POST:
        return None
    form = SureForm(request.POST)
    form.fields["word"].required = bool(hearers(seen.case, seen.person))
    return form


def _ask(
    request: HttpRequest, seen: CaseView, form: VerdictForm, sure: SureForm | None
) -> HttpResponseBase:
    """What follows when it is no harassment, before it is so."""
    context = {
        "case": seen.case,
        "form": form,
        "sure": sure or SureForm(initial={"word": kind_word(seen.case)}),
        "follows": follows(seen, safe=form.cleaned_data.get("safe", False)),
        "mark": request.POST.get("seen", ""),
        "suggestion": request.POST.get("suggestion"),
    }
    return render(request, "cases/no_harassment.html", context)


def _judge(
    request: HttpRequest, seen: CaseView, report: Report, form: VerdictForm, word: str
) -> HttpResponseBase:
    mark = request.POST.get("seen", "")
    new = actions.overrule(
        case=seen.case, by=seen.person, report=report, seen=mark, word=word, **_said(form)
    )
    if not new:
        messages.info(request, _("Det er gemt i forvejen."))
    elif form.cleaned_data["harassment"] == "no":
        messages.success(request, _("Gemt. Planen beder ikke om mere."))
    else:
        messages.success(request, _("Gemt. Planen er lagt igen: se, hvad der er nyt nedenfor."))
    return onwards(request, seen)


def _overtaken(seen: CaseView, request: HttpRequest) -> dict[str, Any]:
    """What happened while the form was filled in; what was typed stands in it."""
    events = meanwhile.since(seen.case, request.POST.get("seen", ""))
    return {"overtaken": timeline.rows(events)}


def _is_another(request: HttpRequest, suggestion: SuggestionShown) -> bool:
    """Has the suggestion changed since the page that is answered was shown?"""
    return request.POST.get("suggestion", suggestion.mark) != suggestion.mark


def _said(form: VerdictForm) -> dict[str, Any]:
    given = form.cleaned_data
    return {
        "harassment": given["harassment"] == "yes",
        "kinds": given["kinds"],
        "urgency": int(given["urgency"] or 0),
        "severity": given["severity"],
        "reason": given["reason"],
        "safe": given.get("safe", False),
    }


@require_http_methods(["GET", "POST"])
@changed
def facts(request: HttpRequest, seen: CaseView) -> HttpResponseBase:
    """The facts the rules and the deadlines rest on, also those of a case joined into it."""
    case, joined = seen.case, _joined(seen, request.GET.get("del", ""))
    more = {"mark": meanwhile.mark(case), "joined": joined}
    with timezone.override(zone_of(case.workplace)):
        form = FactsForm(
            request.POST or None, facts=(joined or case).facts, on=timezone.localdate()
        )
        if form.is_valid():
            try:
                return _correct(request, seen, form, joined)
            except meanwhile.Overtaken:
                more |= _overtaken(seen, request)
        return render(request, "cases/facts.html", {"case": case, "form": form, **more})


def _correct(
    request: HttpRequest, seen: CaseView, form: FactsForm, joined: Case | None
) -> HttpResponseBase:
    given, mark = form.corrections(), request.POST.get("seen", "")
    if actions.correct(case=seen.case, by=seen.person, facts=given, joined=joined, seen=mark):
        messages.success(request, _("Rettet. Frister og skridt er regnet ud igen."))
    else:
        messages.info(request, _("Der var ikke noget at rette. Intet er ændret."))
    return onwards(request, seen)


@require_POST
@changed
def join(request: HttpRequest, seen: CaseView) -> HttpResponseBase:
    """The case becomes part of another from the same sender that the person handles too."""
    wanted = request.POST.get("into", "")
    into = next((one for one in access.same_sender(seen) if str(one.pk) == wanted), None)
    if into is None:
        return _not_joined(request, seen, wanted)
    actions.join(case=seen.case, into=into, by=seen.person)
    said = _("Lagt sammen. Alt fra sag %(old)s ligger nu her.")
    messages.success(request, said % {"old": seen.case.reference})
    return redirect("cases:case", into.pk)


def _not_joined(request: HttpRequest, seen: CaseView, wanted: str) -> HttpResponseBase:
    """An old page asked for it: they are one already, or the other was closed."""
    whole = access.handled_case(seen.person, wanted)
    if whole.pk == seen.case.pk:
        messages.info(request, _("Sagerne er lagt sammen i forvejen. Intet er ændret."))
    elif whole.state == CaseState.OPEN:
        raise Http404
    else:
        said = _("Sag %(other)s er afsluttet og kan ikke lægges sammen med denne. Intet er ændret.")
        messages.warning(request, said % {"other": whole.reference})
    return redirect("cases:case", seen.case.pk)


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
