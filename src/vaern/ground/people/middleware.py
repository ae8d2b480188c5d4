"""Who is asking: the signed-in person and the scope of their workplace."""

from collections.abc import Callable

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django_scopes import scope

from vaern.ground.people.models import Person


def person_of(request: HttpRequest) -> Person | None:
    """The active person behind the signed-in user, with workplace and key."""
    if not request.user.is_authenticated:
        return None
    found: Person | None = getattr(request.user, "person", None)
    return found if found is not None and found.active else None


def kept_nowhere(response: HttpResponse) -> HttpResponse:
    """A page for one person: no cache on the way keeps it, and no browser after they leave."""
    if response.headers.get("Content-Type", "").startswith("text/html"):
        response.headers["Cache-Control"] = "private, no-store"
    return response


class PersonMiddleware:
    """Sets ``request.person`` and opens the scope of that person's workplace, and no other.

    Who is signed in without being an active person any more is signed out and told so. The pages
    of who is signed in are kept nowhere: after signing out, Back shows nothing.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        person = person_of(request)
        request.person = person  # type: ignore[attr-defined]
        if person is not None:
            with scope(workplace=person.workplace):
                return kept_nowhere(self.get_response(request))
        if request.user.is_authenticated:
            logout(request)
            return redirect("account_inactive")
        return self.get_response(request)
