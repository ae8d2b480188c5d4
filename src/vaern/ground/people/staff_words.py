"""The words of a staff list: what roles are called, how long a cell may be, what is said of faults."""

from functools import cache

from django.conf import settings
from django.utils.translation import gettext_lazy, override

from vaern.ground.people.models import RoleCode

ROLE_WORDS = {
    "medarbejder": RoleCode.EMPLOYEE,
    "ansat": RoleCode.EMPLOYEE,
    "leder": RoleCode.MANAGER,
    "arbejdsmiljørepræsentant": RoleCode.AMR,
    "hr": RoleCode.HR,
    "sagsbehandler": RoleCode.HR,
    "hr og sagsbehandler": RoleCode.HR,
    "kommunikation": RoleCode.COMMUNICATIONS,
    "administrator": RoleCode.ADMINISTRATOR,
    "admin": RoleCode.ADMINISTRATOR,
    "working environment representative": RoleCode.AMR,
    "case handler": RoleCode.HR,
    **{code.value: code for code in RoleCode},
}


@cache
def role_words() -> dict[str, RoleCode]:
    """Every word we know a role by: short ones, and its name on the pages in each language."""
    found = dict(ROLE_WORDS)
    for language, _name in settings.LANGUAGES:
        with override(language):
            found |= {str(code.label).casefold(): code for code in RoleCode}
    return found


LONGEST = {"name": 200, "email": 254, "phone": 40, "title": 120, "deputy": 254}
LONGEST_UNIT = 120

FAULTS = {
    "cells": gettext_lazy("Linjen har ikke lige så mange felter som der er overskrifter."),
    "letters": gettext_lazy("Linjen har tegn, vi ikke kan læse. Gem filen som CSV UTF-8."),
}
NO_PHONE = gettext_lazy(
    "“%(text)s” er ikke et telefonnummer. Skriv 2 til 20 cifre, gerne med mellemrum, +, - og ()."
)
TOO_LONG = {
    "name": gettext_lazy("Navnet er for langt: højst 200 tegn."),
    "email": gettext_lazy("E-mailadressen er for lang: højst 254 tegn."),
    "phone": gettext_lazy("Telefonnummeret er for langt: højst 40 tegn."),
    "title": gettext_lazy("Stillingen er for lang: højst 120 tegn."),
    "unit": gettext_lazy("Afdelingens navn er for langt: højst 120 tegn."),
    "deputy": gettext_lazy("Stedfortræderens adresse er for lang: højst 254 tegn."),
}
