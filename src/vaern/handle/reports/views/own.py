"""A person's own reports: the list, and each report with what was said later."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from vaern.ground.lib.ids import new_id
from vaern.ground.people.access import asking, signed_in
from vaern.ground.people.models import Person
from vaern.handle.evidence.neutral import neutral
from vaern.handle.reports import access, actions
from vaern.handle.reports.attaching import File, remarks
from vaern.handle.reports.forms import MoreForm, uploaded
from vaern.handle.reports.models import Report
from vaern.handle.reports.status import standing
from vaern.handle.reports.told import not_digital, occurred, told
from vaern.handle.reports.views.going import (
    FILES_KEPT,
    SeeOther,
    posted,
    receipt_url,
    report_page,
)
from vaern.handle.reports.views.seeing import seen
from vaern.handle.reports.views.unsent import fill_in, take, words_kept


@signed_in
@require_GET
def mine(request: HttpRequest) -> HttpResponse:
    """Reports by and about the person, newest first, drafts on top."""
    person = asking(request)
    page = Paginator(access.mine(person), 20).get_page(request.GET.get("side"))
    rows = [{"report": report, **standing(report), "what": _what(report)} for report in page]
    shown = {"rows": rows, "page": page, "drafts": list(access.drafts(person))}
    return render(request, "reports/mine.html", shown)


def _what(report: Report) -> str:
    return ", ".join(row.value for row in told(report) if row.step == "what")


@signed_in
@require_GET
def report(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The person's own report, in her own words, and the words back."""
    person = asking(request)
    own = access.own_report(person, pk)
    form = _more_form(person, own)
    fill_in(form, take(request, reverse("reports:add", args=[own.pk])))
    return _report_page(request, own, person, form)


def _report_page(
    request: HttpRequest, report: Report, person: Person, form: MoreForm
) -> HttpResponse:
    shown = {
        "report": report,
        "mine": report.author_id == person.pk,
        "told": told(report),
        "receipt_url": receipt_url(report),
        "not_digital": not_digital(report),
        "occurred": occurred(report),
        "items": [neutral(item) for item in access.items_for(person, report)],
        "additions": access.additions_for(person, report),
        "case_url": _case_url(report),
        "form": form,
        **standing(report),
    }
    return render(request, "reports/report.html", shown)


def _case_url(report: Report) -> str:
    """The case the report is in; the page itself decides who may see it."""
    joined = getattr(report, "in_case", None)
    try:
        return reverse("cases:case", args=[joined.case_id]) if joined else ""
    except NoReverseMatch:
        return ""


@words_kept
@posted(report_page)
def add(request: HttpRequest, pk: UUID) -> HttpResponse:
    """More from the reporter or the affected, later and from any device."""
    person = asking(request)
    report = access.own_report(person, pk)
    form, files = _more_form(person, report, request.POST), uploaded(request.FILES)
    if form.is_valid() and not form.cleaned_data["text"] and not files:
        form.add_error("text", _("Skriv noget, eller vælg en fil."))
    kept = _added(request, report, person, form, files)
    if form.is_valid():
        if kept:
            said = _("Tak. Det er gemt og sendt videre til dem, der hjælper dig.")
            messages.success(request, said)
        return SeeOther(reverse("reports:report", args=[report.pk]))
    if kept:
        messages.info(request, FILES_KEPT)
    return _report_page(request, report, person, form)


def _added(
    request: HttpRequest, report: Report, person: Person, form: MoreForm, files: list[File]
) -> bool:
    """Keep the files, and the words when they are right; tell what could not be kept."""
    text = form.cleaned_data.get("text", "")
    once = form.cleaned_data.get("once")
    added = actions.add_later(report=report, by=person, text=text, files=files, once=once)
    for words in [*map(str, added.refused), *remarks(report=report, files=files)]:
        messages.warning(request, words)
    return added.kept


def _more_form(person: Person, report: Report, given: QueryDict | None = None) -> MoreForm:
    other = report.affected_id not in (None, person.pk)
    return MoreForm(given, for_other=other, initial={"once": new_id()})


@posted(report_page)
def see(request: HttpRequest, pk: UUID, item: UUID) -> HttpResponse:
    """One's own evidence, after asking for it; the look is recorded."""
    person = asking(request)
    report = access.own_report(person, pk)
    found = access.item_for(person, report, item)
    back = reverse("reports:report", args=[report.pk])
    return seen(request, found, person, nav="reports:mine", back_url=back)
