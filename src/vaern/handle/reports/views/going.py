"""Where a request goes on to, and words that more than one view says."""

from django.http import HttpResponseRedirect
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

from vaern.handle.reports.models import Report

FILES_KEPT = _("Filerne er gemt. Du skal ikke vælge dem igen.")


class SeeOther(HttpResponseRedirect):
    """Go on with a GET: reloading the next page sends nothing again."""

    status_code = 303


def receipt_url(report: Report) -> str:
    """The receipt with the case's tasks; our own page where there is none."""
    try:
        return reverse("cases:receipt", args=[report.pk])
    except NoReverseMatch:
        return reverse("reports:sent", args=[report.pk])
