"""Who came in and who went out, in the record of their workplace."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from allauth.account import signals as account
from allauth.account.adapter import get_adapter
from django.conf import settings
from django.contrib.auth import signals as auth
from django.http import HttpRequest, HttpResponse
from django_scopes import scope, scopes_disabled

from vaern.ground.audit.actions import recording
from vaern.ground.people import known_browser, letters, limits, places
from vaern.ground.people.models import Person, User


def connect() -> None:
    """Listen to allauth; called once when the app is ready."""
    account.user_logged_in.connect(signed_in, dispatch_uid="vaern.signed_in")
    auth.user_logged_out.connect(signed_out, dispatch_uid="vaern.signed_out")
    for signal in (account.password_changed, account.password_set, account.password_reset):
        signal.connect(password_changed, dispatch_uid="vaern.password_changed")


def signed_in(
    request: HttpRequest, user: User, response: HttpResponse, how: str = "password", **_: Any
) -> None:
    """Record it, note the place, and greet the person in the language they chose."""
    places.note(request)
    _know(request, user, response, by_password=how == "password")
    with _person(user) as person:
        if person is None:
            return
        response.set_cookie(settings.LANGUAGE_COOKIE_NAME, person.language, samesite="Lax")
        with recording(workplace=person.workplace, by=person) as record:
            record("person.signed_in", person, how=how)


def _know(request: HttpRequest, user: User, response: HttpResponse, *, by_password: bool) -> None:
    """Remember the browser. Who knew the password in a new one is written about; a link came by e-mail."""
    first = getattr(request, "first_sign_in", True)
    if by_password and not first and not known_browser.known(request, user.email):
        letters.tell_of_new_place(user, get_adapter().get_client_ip(request))
    known_browser.remember(request, response, user.email)


def signed_out(user: User | None, **_: Any) -> None:
    _note(user, "person.signed_out")


def password_changed(request: HttpRequest, user: User, **_: Any) -> None:
    places.note(request)
    limits.forget(limits.PASSWORD, account=user.email)
    _note(user, "person.password_changed")


def _note(user: User | None, action: str) -> None:
    with _person(user) as person:
        if person is not None:
            with recording(workplace=person.workplace, by=person) as record:
                record(action, person)


@contextmanager
def _person(user: User | None) -> Iterator[Person | None]:
    """The person behind ``user``, in the scope of their workplace."""
    with scopes_disabled():
        people = Person.objects.select_related("workplace__key")
        person = people.filter(user_id=user.pk).first() if user is not None else None
    if person is None:
        yield None
        return
    with scope(workplace=person.workplace):
        yield person
