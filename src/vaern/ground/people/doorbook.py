"""Who came in and who went out, in the record of their workplace."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from allauth.account import signals as account
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth import signals as auth
from django.db.models.signals import pre_save
from django.http import HttpResponse
from django_scopes import scope, scopes_disabled

from vaern.ground.audit.actions import recording
from vaern.ground.people import limits
from vaern.ground.people.browser import describe
from vaern.ground.people.models import Person, User

NOWHERE = "0.0.0.0"  # noqa: S104 - written instead of an address, never listened on


def connect() -> None:
    """Listen to allauth; called once when the app is ready."""
    account.user_logged_in.connect(signed_in, dispatch_uid="vaern.signed_in")
    auth.user_logged_out.connect(signed_out, dispatch_uid="vaern.signed_out")
    for signal in (account.password_changed, account.password_set, account.password_reset):
        signal.connect(password_changed, dispatch_uid="vaern.password_changed")
    pre_save.connect(blur, sender=UserSession, dispatch_uid="vaern.blur")


def signed_in(user: User, response: HttpResponse, how: str = "password", **_: Any) -> None:
    """Record it, and greet the person in the language they chose."""
    with _person(user) as person:
        if person is None:
            return
        response.set_cookie(settings.LANGUAGE_COOKIE_NAME, person.language, samesite="Lax")
        with recording(workplace=person.workplace, by=person) as record:
            record("person.signed_in", person, how=how)


def signed_out(user: User | None, **_: Any) -> None:
    _note(user, "person.signed_out")


def password_changed(user: User, **_: Any) -> None:
    limits.forget(limits.PASSWORD, account=user.email)
    _note(user, "person.password_changed")


def blur(instance: UserSession, **_: Any) -> None:
    """Keep of a session only the kind of browser: an office address or a home address is not ours."""
    if instance.ip != NOWHERE:
        instance.ip, instance.user_agent = NOWHERE, describe(instance.user_agent)


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
