"""Where a case is found."""

from vaern.handle.cases.models import Case

CASES = "/sager/"


def path_of(case: Case) -> str:
    """The address of the case's page within Værn."""
    return f"{CASES}{case.pk}/"
