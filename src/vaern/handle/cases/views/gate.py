"""The way in to every page of a case."""

from collections.abc import Callable
from functools import wraps
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from vaern.ground.people.access import asking, signed_in
from vaern.handle.cases import access
from vaern.handle.cases.access import CaseView
from vaern.handle.cases.changing import CaseClosed, KeptOut, OwnCase

Page = Callable[..., HttpResponseBase]
"""Takes the request, for a case's page the reader's view of it, and what the address names."""

WORDS = ("text", "result", "reason", "word", "reference", "who", "pasted")
"""The fields of our forms that a person fills with words of their own."""


def handled(page: Page) -> Page:
    """A page for those who handle or support the case, also when it is closed; 404 for others."""

    @signed_in
    @wraps(page)
    def gate(request: HttpRequest, /, pk: UUID, **named: UUID) -> HttpResponseBase:
        seen = access.view_for(asking(request), pk)
        if not seen.is_handler:
            raise Http404
        return page(request, seen, **named)

    return gate


def changed(page: Page) -> Page:
    """A page that changes the case. A closed one is shown instead, with a word why."""

    @handled
    @wraps(page)
    def gate(request: HttpRequest, seen: CaseView, **named: UUID) -> HttpResponseBase:
        if not seen.can_change:
            return refused(request, seen, CaseClosed())
        try:
            return page(request, seen, **named)
        except (CaseClosed, KeptOut) as refusal:
            return refused(request, seen, refusal)

    return gate


def onwards(request: HttpRequest, seen: CaseView) -> HttpResponseBase:
    """Back to the case; to their other cases for a manager whom the change has taken out of it."""
    try:
        access.view_for(seen.person, seen.case.pk)
    except Http404:
        said = _(
            "Afsenderen er en af jeres egne, så HR behandler sagen fra nu af. Ingen leder er med på "
            "grund af sin rolle, før det vides, hvem det er."
        )
        messages.info(request, said)
        return redirect("cases:mine")
    return redirect("cases:case", seen.case.pk)


def refused(request: HttpRequest, seen: CaseView, refusal: Exception) -> HttpResponseBase:
    """Back to the case, with the reason why nothing was changed; what was written is given back."""
    written = _written(request)
    if isinstance(refusal, CaseClosed) and written:
        context = {"case": seen.case, "seen": seen, "written": written}
        return render(request, "cases/not_saved.html", context, status=409)
    if isinstance(refusal, OwnCase):
        said = _("Sagen handler om personen selv. Man kan ikke holdes ude af sin egen sag.")
        messages.error(request, said)
    elif isinstance(refusal, KeptOut):
        messages.error(request, _("Personen holdes ude af sagen. Vælg en anden."))
    else:
        messages.info(request, _("Sagen er afsluttet og kan kun læses. Intet er ændret."))
    return redirect("cases:case", seen.case.pk)


def _written(request: HttpRequest) -> list[str]:
    """The words a person wrote into the form that could not be saved."""
    fields = request.POST.items()
    return [str(text) for name, text in fields if name.split("-")[-1] in WORDS and text]
