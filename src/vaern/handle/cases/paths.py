"""Where a case is found."""

from django.urls import reverse

from vaern.handle.cases.models import Case


def path_of(case: Case) -> str:
    """The address of the case's page within Værn."""
    return reverse("cases:case", args=[case.pk])
