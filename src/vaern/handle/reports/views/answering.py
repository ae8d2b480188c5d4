"""The report form, one question a screen."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from vaern.ground.lib.ids import new_id
from vaern.ground.people.access import asking, signed_in
from vaern.ground.people.models import Person
from vaern.handle.evidence.neutral import neutral
from vaern.handle.reports import access, actions
from vaern.handle.reports.attaching import remarks
from vaern.handle.reports.forms import DangerForm, ScreenForm, uploaded
from vaern.handle.reports.models import Report, Status
from vaern.handle.reports.screens import SCREENS, Screen, by_code, by_slug, onward, unanswered
from vaern.handle.reports.told import other_procedure, told
from vaern.handle.reports.views.going import FILES_KEPT, SeeOther, receipt_url
from vaern.handle.reports.views.late import IN_TIME, hand_on
from vaern.handle.reports.views.unsent import fill_in, take, words_kept

SHOWN = 3
"""Drafts offered before one begins; all of them are among one's reports."""


@signed_in
@require_http_methods(["GET", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """The first screen, before there is a draft; drafts from earlier are offered."""
    person = asking(request)
    screen = SCREENS[0]
    form = DangerForm(request.POST or None, person=person, report=None)
    if request.method == "POST" and form.is_valid():
        return _started(request, screen, form, person)
    waiting = list(access.drafts(person)[: SHOWN + 1])
    shown = {"drafts": waiting[:SHOWN], "more_drafts": len(waiting) > SHOWN}
    return _page(request, screen, form, None, {**shown, "draft_id": new_id()})


def _started(
    request: HttpRequest, screen: Screen, form: ScreenForm, person: Person
) -> HttpResponse:
    chosen, via = _chosen_id(request.POST.get("draft")), form.cleaned_data["via"]
    draft = actions.start(by=person, via=via, draft=chosen, answers=form.answers())
    return _next(screen, form, draft)


def _chosen_id(text: str | None) -> UUID | None:
    """The id the page carried, so that a double click starts one draft."""
    try:
        return UUID(text or "")
    except ValueError:
        return None


@words_kept
@signed_in
@require_http_methods(["GET", "POST"])
def step(request: HttpRequest, pk: UUID, slug: str) -> HttpResponse:
    """One screen of a draft; a report that was sent leads to its receipt."""
    person, screen = asking(request), by_slug(slug)
    report = access.own_draft(person, pk)
    form = screen.form(request.POST or None, person=person, report=report)
    if report.status != Status.DRAFT:
        if request.method == "GET":
            return SeeOther(receipt_url(report))
        return hand_on(request, screen, form, report, person)
    missing = unanswered(report) if screen.code == "check" else None
    if missing is not None:
        return SeeOther(missing.url(report))
    if request.method == "POST":
        return _post(request, screen, form, report, person)
    fill_in(form, take(request, request.path))
    return _page(request, screen, form, report, _more(screen, report))


def _post(
    request: HttpRequest, screen: Screen, form: ScreenForm, report: Report, person: Person
) -> HttpResponse:
    try:
        if screen.code == "evidence":
            return _keep_files(request, screen, form, report, person)
        if not form.is_valid():
            return _page(request, screen, form, report, _more(screen, report))
        if screen.code == "check":
            return _send(form, report, person)
        answers = form.answers()
        draft = actions.answer(report=report, by=person, step=screen.code, answers=answers)
    except actions.AlreadySent:
        return hand_on(request, screen, form, report, person)
    return _next(screen, form, draft)


def _next(screen: Screen, form: ScreenForm, draft: Report) -> HttpResponse:
    if screen.code == "danger" and form.cleaned_data["danger"] != "no":
        return SeeOther(reverse("reports:now", args=[draft.pk]))
    return SeeOther(onward(screen, draft))


def _keep_files(
    request: HttpRequest, screen: Screen, form: ScreenForm, report: Report, person: Person
) -> HttpResponse:
    """What can be kept is kept, whatever is wrong with the rest; the person stays to see it."""
    whole = form.is_valid()
    files = uploaded(request.FILES, form.cleaned_data["pasted"] if whole else "")
    on = whole and "more" not in request.POST
    refused = actions.attach_all(report=report, by=person, files=files, done=on) if files else []
    for words in [*map(str, refused), *remarks(report=report, files=files)]:
        messages.warning(request, words)
    if not whole:
        if len(refused) < len(files):
            messages.info(request, FILES_KEPT)
        return _page(request, screen, form, report, _more(screen, report))
    if not files and on:
        actions.answer(report=report, by=person, step=screen.code, answers={})
    elif not access.drafts(person).filter(pk=report.pk).exists():  # sent while the files came
        messages.success(request, IN_TIME)
        return SeeOther(reverse("reports:report", args=[report.pk]))
    return SeeOther(screen.next_url(report) if on and not refused else screen.url(report))


def _send(form: ScreenForm, report: Report, person: Person) -> HttpResponse:
    try:
        actions.send(report=report, by=person, corrected=form.answers())
    except actions.Unfinished:  # another tab took the name away meanwhile
        return SeeOther(by_code("who").url(report))
    return SeeOther(receipt_url(report))


def _more(screen: Screen, report: Report) -> dict[str, Any]:
    """What a screen shows besides its form."""
    if screen.code == "evidence":
        return {"items": _items(report)}
    if screen.code != "check":
        return {}
    rows = [(row, by_code(row.step).url(report)) for row in told(report, hours=False)]
    own = {"told": rows, "items": _items(report), "procedure": other_procedure(report)}
    urls = {
        "what_url": by_code("what").url(report),
        "evidence_url": by_code("evidence").url(report),
    }
    return {**own, **urls}


def _items(report: Report) -> list[Any]:
    return [neutral(item) for item in access.items(report) if item.parent_id is None]


def _page(
    request: HttpRequest,
    screen: Screen,
    form: ScreenForm,
    report: Report | None,
    more: dict[str, Any],
) -> HttpResponse:
    shown = {
        "screen": screen,
        "form": form,
        "report": report,
        "steps": len(SCREENS),
        "back_url": screen.back_url(report) if report else None,
        **more,
    }
    return render(request, screen.template, shown)
