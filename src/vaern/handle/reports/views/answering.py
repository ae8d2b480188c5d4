"""The report form, one question a screen."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from vaern.ground.lib.ids import new_id
from vaern.ground.people.access import asking, signed_in
from vaern.ground.people.models import Person
from vaern.handle.reports import access, actions, unfinished
from vaern.handle.reports.forms import DangerForm, ScreenForm, uploaded
from vaern.handle.reports.models import Report, Status
from vaern.handle.reports.screens import SCREENS, Screen, by_slug, onward, unanswered
from vaern.handle.reports.unfinished import left_on
from vaern.handle.reports.views.going import FILES_KEPT, SeeOther, receipt_url
from vaern.handle.reports.views.late import IN_TIME, hand_on
from vaern.handle.reports.views.leaving import attached, in_language, leave, leaves
from vaern.handle.reports.views.showing import more, page
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
    if leaves(request):
        return _start_in_language(request, screen, person)
    if request.method == "POST" and form.is_valid():
        return _started(request, screen, form, person)
    return _start_page(request, screen, form, person)


def _start_page(
    request: HttpRequest, screen: Screen, form: ScreenForm, person: Person
) -> HttpResponse:
    waiting = list(access.drafts(person)[: SHOWN + 1])
    shown = {"drafts": waiting[:SHOWN], "more_drafts": len(waiting) > SHOWN}
    return page(request, screen, form, None, {**shown, "draft_id": new_id()})


def _start_in_language(request: HttpRequest, screen: Screen, person: Person) -> HttpResponse:
    """There is no draft to keep the choices in: they come back with the page."""
    form = DangerForm(person=person, report=None)
    fill_in(form, request.POST)
    return in_language(request, lambda: _start_page(request, screen, form, person))


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
    if missing is not None and not leaves(request):
        return SeeOther(missing.url(report))
    if request.method == "POST":
        return _post(request, screen, form, report, person)
    fill_in(form, left_on(report, screen.code))
    fill_in(form, take(request, request.path))
    return page(request, screen, form, report, more(screen, report))


def _post(
    request: HttpRequest, screen: Screen, form: ScreenForm, report: Report, person: Person
) -> HttpResponse:
    try:
        if leaves(request):
            return leave(request, screen, form, report, person)
        if screen.code == "evidence":
            return _keep_files(request, screen, form, report, person)
        if not form.is_valid():
            return page(request, screen, form, report, more(screen, report))
        if screen.code == "check":
            return _send(screen, form, report, person)
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
    if whole and screen.code in unfinished.screens(report):
        actions.leave(report=report, by=person, step=screen.code, answers={}, typed=None)
    files = uploaded(request.FILES, form.cleaned_data["pasted"] if whole else "")
    on = whole and "more" not in request.POST
    refused = attached(request, report, person, files, done=on)
    if not whole:
        if len(refused) < len(files):
            messages.info(request, FILES_KEPT)
        return page(request, screen, form, report, more(screen, report))
    if not files and on:
        actions.answer(report=report, by=person, step=screen.code, answers={})
    elif not access.drafts(person).filter(pk=report.pk).exists():  # sent while the files came
        messages.success(request, IN_TIME)
        return SeeOther(reverse("reports:report", args=[report.pk]))
    return SeeOther(screen.next_url(report) if on and not refused else screen.url(report))


def _send(screen: Screen, form: ScreenForm, report: Report, person: Person) -> HttpResponse:
    try:
        actions.send(report=report, by=person, corrected=form.answers())
    except actions.Unfinished:  # another tab took something away meanwhile
        return SeeOther((unanswered(access.own_draft(person, report.pk)) or screen).url(report))
    return SeeOther(receipt_url(report))
