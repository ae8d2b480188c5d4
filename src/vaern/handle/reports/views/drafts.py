"""Drafts: going on, stopping, and taking things back."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from vaern.ground.people.access import asking, signed_in
from vaern.ground.people.models import Person
from vaern.handle.reports import access, actions, rules
from vaern.handle.reports.models import Report, Status
from vaern.handle.reports.screens import by_code, onward
from vaern.handle.reports.views.going import SeeOther, posted, receipt_url
from vaern.handle.reports.views.showing import items_shown


def _files_page(person: Person, pk: UUID, item: UUID) -> str:
    return by_code("evidence").url(access.own_draft(person, pk))


@signed_in
@require_GET
def now(request: HttpRequest, pk: UUID) -> HttpResponse:
    """In danger, or not sure: what to do now, and the way on."""
    report = access.own_draft(asking(request), pk)
    shown = {
        "report": report,
        "back_url": by_code("danger").url(report),
        "next_url": onward(by_code("danger"), report),
        "danger": report.answers.get("danger"),
    }
    return render(request, "reports/now.html", shown)


@signed_in
@require_GET
def resume(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Go on with a draft where it was left."""
    report = access.own_draft(asking(request), pk)
    known = report.step if report.step in rules.STEPS else rules.STEPS[0]
    return SeeOther(by_code(known).url(report))


@signed_in
@require_http_methods(["GET", "POST"])
def throw_away(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Ask first, with what will be gone; then forget the draft for good."""
    person = asking(request)
    if request.method == "GET":
        return _asked(request, access.own_draft(person, pk))
    report = access.drafts(person).filter(pk=pk).first()
    if report is None:  # clicked twice, or sent meanwhile: there is nothing left to forget
        return SeeOther(reverse("reports:start"))
    try:
        actions.throw_away(report=report, by=person)
    except actions.AlreadySent:
        return SeeOther(receipt_url(report))
    messages.success(request, _("Kladden er slettet."))
    return SeeOther(reverse("reports:start"))


def _asked(request: HttpRequest, report: Report) -> HttpResponse:
    if report.status != Status.DRAFT:
        return SeeOther(receipt_url(report))
    shown = {
        "report": report,
        "items": items_shown(report),
        "back_url": reverse("reports:resume", args=[report.pk]),
    }
    return render(request, "reports/throw_away.html", shown)


@posted(_files_page)
def take_back(request: HttpRequest, pk: UUID, item: UUID) -> HttpResponse:
    """Remove a file from a draft; a second click finds it gone and says nothing."""
    person = asking(request)
    return taken_back(access.own_draft(person, pk), item, person)


def taken_back(report: Report, item: UUID, by: Person) -> HttpResponse:
    """The draft's files without this one."""
    found = access.items(report).filter(pk=item, parent=None).first()
    try:
        if found is not None:
            actions.take_back(report=report, item=found, by=by)
    except actions.AlreadySent:
        return SeeOther(receipt_url(report))
    return SeeOther(by_code("evidence").url(report))
