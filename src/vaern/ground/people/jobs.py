"""Sending the letters that open a door."""

from collections.abc import Callable
from smtplib import SMTPException

from django.core.mail import EmailMessage
from django_scopes import scopes_disabled

from vaern.ground.people import letters
from vaern.ground.people.models import Person, User
from vaern.ground.tenancy.jobs import on_row


class NotSent(Exception):
    """The mail server did not take it; the queue tries again. Names the fault, not the reader."""


def send_link(user_id: str) -> None:
    _to_user(user_id, letters.link)


def send_reset(user_id: str) -> None:
    _to_user(user_id, letters.reset)


@on_row("people.Person")
def send_welcome(person: Person) -> None:
    if person.active and person.email and person.user_id:
        _send(letters.welcome(person))


def _to_user(user_id: str, write: Callable[[User, str], EmailMessage]) -> None:
    """An unknown or closed account gets nothing: who asks cannot tell the difference."""
    with scopes_disabled():
        people = Person.objects.select_related("user", "workplace__key")
        person = people.filter(user_id=user_id, user__is_active=True, active=True).first()
    if person is not None and person.user is not None:
        _send(write(person.user, person.language))


def _send(message: EmailMessage) -> None:
    """A failure is raised without its cause: the queue stores it, and causes carry addresses."""
    try:
        message.send()
    except (SMTPException, OSError) as error:
        raise NotSent(type(error).__name__) from None
