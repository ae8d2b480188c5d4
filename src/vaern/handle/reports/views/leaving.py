"""Leaving a screen before it is finished: by Back, Stop, removing a file or another language.

These are buttons of the screen's own form, so that whatever stands on it is kept first.
"""

from collections.abc import Callable
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.views.i18n import set_language

from vaern.ground.people.models import Person
from vaern.handle.reports import actions
from vaern.handle.reports.attaching import File, Refusal, remarks
from vaern.handle.reports.forms import ScreenForm, uploaded
from vaern.handle.reports.models import Report
from vaern.handle.reports.screens import Screen
from vaern.handle.reports.unfinished import as_typed
from vaern.handle.reports.views.drafts import taken_back
from vaern.handle.reports.views.going import SeeOther

WAYS = {"leave", "language", "remove"}


def leaves(request: HttpRequest) -> bool:
    """Was a button pressed that leads away from the screen?"""
    return request.method == "POST" and not WAYS.isdisjoint(request.POST)


def leave(
    request: HttpRequest, screen: Screen, form: ScreenForm, report: Report, person: Person
) -> HttpResponse:
    """Keep what stands on the screen, right or not, and go where the person wants.

    Pasted text stays in its box until the person goes on: only then is it sealed.
    """
    whole = form.is_valid() and screen.code != "evidence"
    answers, typed = (form.answers(), None) if whole else ({}, as_typed(form))
    actions.leave(report=report, by=person, step=screen.code, answers=answers, typed=typed)
    attached(request, report, person, uploaded(request.FILES))
    if "language" in request.POST:
        return in_language(request, lambda: SeeOther(screen.url(report)))
    if "remove" in request.POST:
        return taken_back(report, _named(request.POST["remove"]), person)
    return SeeOther(_way(request, screen, report))


def attached(
    request: HttpRequest, report: Report, person: Person, files: list[File], *, done: bool = False
) -> list[Refusal]:
    """Attach the files, and say what could not be kept and what should be known of the rest."""
    if not files:
        return []
    refused = actions.attach_all(report=report, by=person, files=files, done=done)
    for words in [*map(str, refused), *remarks(report=report, files=files)]:
        messages.warning(request, words)
    return refused


def _named(item: str) -> UUID:
    try:
        return UUID(item)
    except ValueError as error:
        raise Http404 from error


def _way(request: HttpRequest, screen: Screen, report: Report) -> str:
    where = request.POST["leave"]
    if where == "back":
        return screen.back_url(report) or reverse("reports:start")
    if where == "discard":
        return reverse("reports:throw_away", args=[report.pk])
    said = _("Det, du har skrevet, er gemt. Gå videre, når du vil. Kun du kan se det.")
    messages.success(request, said)
    return reverse("reports:mine")


def in_language(request: HttpRequest, page: Callable[[], HttpResponse]) -> HttpResponse:
    """The page in the language asked for, from here on."""
    told = set_language(request)
    chosen = told.cookies.get(settings.LANGUAGE_COOKIE_NAME)
    with override(chosen.value if chosen else get_language()):
        answer = page()
        answer.headers["Content-Language"] = get_language() or settings.LANGUAGE_CODE
    answer.cookies.update(told.cookies)
    return answer
