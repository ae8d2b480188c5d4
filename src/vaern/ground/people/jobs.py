"""Sending the letters that open a door."""

from collections.abc import Callable
from smtplib import SMTPException, SMTPRecipientsRefused

from django.core.mail import EmailMessage
from django.db import transaction
from django_scopes import scopes_disabled

from vaern.ground.people import letters
from vaern.ground.people.models import Person, User
from vaern.ground.queue.actions import enqueue
from vaern.ground.tenancy.jobs import on_row

FOR_GOOD = 500
"""SMTP answers from here on are final; below, the server asks us to come back (RFC 5321, 4.2.1)."""


class NotSent(Exception):
    """The mail server did not take it; the queue tries again. Names the fault, not the reader."""


def send_link(user_id: str) -> None:
    _to_user(user_id, letters.link)


def send_reset(user_id: str) -> None:
    _to_user(user_id, letters.reset)


@transaction.atomic
def send_welcomes(*person_ids: str) -> None:
    """Queue a welcome for each of many, so that one address that fails holds up no other."""
    for person_id in person_ids:
        enqueue("vaern.ground.people.jobs.send_welcome", person_id)


@on_row("people.Person")
def send_welcome(person: Person) -> None:
    """Sent once; an address the mail server refuses for good is told of and not tried again."""
    if not (person.active and person.email and person.user_id):
        return
    try:
        letters.welcome(person).send()
    except SMTPRecipientsRefused as refusal:
        if any(code < FOR_GOOD for code, _ in refusal.recipients.values()):
            raise NotSent("SMTPRecipientsRefused") from None
        enqueue("vaern.ground.notify.jobs.welcome_refused", str(person.pk))
    except (SMTPException, OSError) as error:
        raise NotSent(type(error).__name__) from None


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
