"""Where a request goes on to."""

from django.http import HttpResponseRedirect
from django.urls import NoReverseMatch, reverse

from vaern.handle.reports.models import Report


class SeeOther(HttpResponseRedirect):
    """Go on with a GET: reloading the next page sends nothing again."""

    status_code = 303


def receipt_url(report: Report) -> str:
    """The receipt with the case's tasks; our own page where there is none."""
    try:
        return reverse("cases:receipt", args=[report.pk])
    except NoReverseMatch:
        return reverse("reports:sent", args=[report.pk])
