"""Drafts: going on, stopping, and taking things back."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from vaern.ground.people.access import asking, signed_in
from vaern.ground.people.models import Person
from vaern.handle.reports import access, actions, rules
from vaern.handle.reports.screens import by_code, onward
from vaern.handle.reports.views.going import SeeOther, posted, receipt_url


def _draft_page(person: Person, pk: UUID) -> str:
    return reverse("reports:resume", args=[access.own_draft(person, pk).pk])


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


@posted(_draft_page)
def throw_away(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Forget a draft for good."""
    person = asking(request)
    report = access.drafts(person).filter(pk=pk).first()
    if report is None:  # clicked twice, or sent meanwhile: there is nothing left to forget
        return SeeOther(reverse("reports:start"))
    try:
        actions.throw_away(report=report, by=person)
    except actions.AlreadySent:
        return SeeOther(receipt_url(report))
    messages.success(request, _("Kladden er slettet."))
    return SeeOther(reverse("reports:start"))


@posted(_files_page)
def take_back(request: HttpRequest, pk: UUID, item: UUID) -> HttpResponse:
    """Remove a file from a draft; a second click finds it gone and says nothing."""
    person = asking(request)
    report = access.own_draft(person, pk)
    found = access.items(report).filter(pk=item, parent=None).first()
    try:
        if found is not None:
            actions.take_back(report=report, item=found, by=person)
    except actions.AlreadySent:
        return SeeOther(receipt_url(report))
    return SeeOther(by_code("evidence").url(report))
