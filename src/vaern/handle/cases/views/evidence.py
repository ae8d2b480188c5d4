"""Looking at evidence, which is recorded, and putting more in."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from vaern.handle.cases import access, evidence_shown, findings_shown, spans, speaking, viewing
from vaern.handle.cases.access import CaseView
from vaern.handle.cases.forms import EvidenceForm
from vaern.handle.cases.views.gate import changed, handled
from vaern.handle.evidence import actions as evidence
from vaern.handle.evidence.models import Item, Look
from vaern.handle.evidence.views import as_picture, download
from vaern.handle.reports.access import additions
from vaern.handle.reports.forms.evidence import uploaded

LOOKING = timedelta(minutes=15)
"""How long after a recorded look its picture is still sent to the one who looked."""


@never_cache
@require_http_methods(["GET", "POST"])
@handled
def look(request: HttpRequest, seen: CaseView, item: UUID) -> HttpResponseBase:
    """Show the safe derivative, on a page of its own. A GET shows nothing: nobody stumbles in."""
    found = access.item_for(seen, item)
    if request.method == "GET":
        return redirect("cases:case", seen.case.pk)
    try:
        shown = evidence.look(item=found, by=seen.person)
    except evidence.Tampered as why:
        messages.error(request, str(why))
        return redirect("cases:case", seen.case.pk)
    context = {"case": seen.case, "item": found, "shown": shown, "one": _titled(seen, found)}
    context |= _marked(seen, shown.text, str(found.pk))
    context["laid_out"] = _marked(seen, shown.words, str(found.pk))
    return render(request, "cases/look.html", context)


@never_cache
@require_GET
@handled
def picture(request: HttpRequest, seen: CaseView, item: UUID) -> HttpResponseBase:
    """The re-encoded picture, for the one who has just asked to see it."""
    found = access.item_for(seen, item)
    since = timezone.now() - LOOKING
    if not Look.objects.filter(item=found, person=seen.person, at__gte=since).exists():
        raise Http404
    return as_picture(found)


@never_cache
@require_POST
@handled
def original(request: HttpRequest, seen: CaseView, item: UUID) -> HttpResponseBase:
    """The original as it came, only ever as a file to save: a browser must not open it."""
    try:
        return download(access.item_for(seen, item), seen.person)
    except evidence.Tampered as why:
        messages.error(request, str(why))
        return redirect("cases:case", seen.case.pk)


@never_cache
@require_http_methods(["GET", "POST"])
@handled
def words(request: HttpRequest, seen: CaseView, report: UUID) -> HttpResponseBase:
    """What was reported, in the reporter's own words, with what Værn's suggestion rests on."""
    found = access.reports_of(seen).filter(pk=report).first()
    if found is None:
        raise Http404
    if request.method == "GET":
        return redirect("cases:case", seen.case.pk)
    viewing.report_read(case=seen.case, report=found, by=seen.person)
    context: dict[str, Any] = {"case": seen.case, "report": found}
    context |= _marked(seen, found.text, "report")
    context["additions"] = additions(found)
    context["told"] = findings_shown.facts(list(found.answers.get("kinds") or ()), found.answers)
    return render(request, "cases/words.html", context)


@require_http_methods(["GET", "POST"])
@changed
def add(request: HttpRequest, seen: CaseView) -> HttpResponseBase:
    """More evidence: files or pasted text."""
    form = EvidenceForm(request.POST or None)  # the files themselves are taken below
    if request.method == "POST" and form.is_valid():
        files = uploaded(request.FILES, form.cleaned_data["pasted"])
        if files:
            new, refused = speaking.add_evidence(case=seen.case, by=seen.person, files=files)
            for one in refused:
                messages.error(request, str(one))
            messages.success(request, _added(new))
            return redirect("cases:case", seen.case.pk)
        form.add_error(None, _("Vælg en fil, eller sæt tekst ind."))
    return render(request, "cases/add_evidence.html", {"case": seen.case, "form": form})


def _added(count: int) -> str:
    if not count:
        return _("Ingen nye filer: de, vi kunne gemme, lå i sagen i forvejen.")
    said = ngettext("%(n)d bevis er gemt i sagen.", "%(n)d beviser er gemt i sagen.", count)
    return said % {"n": count}


def _titled(seen: CaseView, item: Item) -> evidence_shown.ItemShown:
    listed = evidence_shown.listed(access.evidence_of(seen))
    return next(one for one in listed if one.item.pk == item.pk)


def _marked(seen: CaseView, text: str, where: str) -> dict[str, Any]:
    """The text in pieces, and each reason once."""
    pieces = spans.marked(text, spans.reasons_in(access.reports_of(seen), where))
    marks = list(dict.fromkeys(piece.why for piece in pieces if piece.why))
    return {"pieces": pieces, "marks": marks}
