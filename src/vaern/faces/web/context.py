"""What every page knows: who is here, which roles they have, what waits unread."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from vaern.ground.notify.models import Notice
from vaern.ground.people.models import Person, Role
from vaern.handle.reports.views import unsent


def person(request: HttpRequest) -> dict[str, Any]:
    """``person``, ``workplace``, ``roles`` (set of codes) and ``unread_notices`` (a number).

    ``no_mail``: it is a demo, and no e-mail comes. Where nobody is signed in also ``words_wait``:
    was something written that is shown afterwards?
    """
    return {**_here(request), "no_mail": not settings.MAIL_GOES_OUT}


def _here(request: HttpRequest) -> dict[str, Any]:
    found: Person | None = getattr(request, "person", None)
    if found is None:
        nobody: dict[str, Any] = {
            "person": None,
            "workplace": None,
            "roles": set(),
            "unread_notices": 0,
        }
        return {**nobody, "words_wait": SimpleLazyObject(lambda: unsent.wait(request))}
    return {
        "person": found,
        "workplace": found.workplace,
        "roles": SimpleLazyObject(lambda: roles_of(found)),
        "unread_notices": SimpleLazyObject(lambda: unread(found)),
    }


def roles_of(person: Person) -> set[str]:
    return set(Role.objects.filter(person=person).values_list("code", flat=True))


def unread(person: Person) -> int:
    count: int = Notice.objects.filter(person=person, read_at=None).count()
    return count
