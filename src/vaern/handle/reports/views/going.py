"""Where a request goes on to, and words that more than one view says."""

from collections.abc import Callable
from functools import wraps
from uuid import UUID

from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from vaern.ground.people.access import asking, signed_in
from vaern.ground.people.models import Person
from vaern.handle.reports import access
from vaern.handle.reports.models import Report

View = Callable[..., HttpResponseBase]

FILES_KEPT = _("Filerne er gemt. Du skal ikke vælge dem igen.")


class SeeOther(HttpResponseRedirect):
    """Go on with a GET: reloading the next page sends nothing again."""

    status_code = 303


def posted(otherwise: Callable[..., str]) -> Callable[[View], View]:
    """A view for what is posted, for persons. By GET, as after signing in anew, one is led on.

    ``otherwise`` gives the address, or the 404, for the person and what the address names.
    """

    def only(view: View) -> View:
        @signed_in
        @require_http_methods(["GET", "POST"])
        @wraps(view)
        def gate(request: HttpRequest, /, **named: UUID) -> HttpResponseBase:
            if request.method == "GET":
                return SeeOther(otherwise(asking(request), **named))
            return view(request, **named)

        return gate

    return only


def report_page(person: Person, pk: UUID, **more: UUID) -> str:
    """The page of the person's own report."""
    return reverse("reports:report", args=[access.own_report(person, pk).pk])


def receipt_url(report: Report) -> str:
    """The receipt with the case's tasks; the report's own page where there is none."""
    try:
        return reverse("cases:receipt", args=[report.pk])
    except NoReverseMatch:
        return reverse("reports:report", args=[report.pk])
