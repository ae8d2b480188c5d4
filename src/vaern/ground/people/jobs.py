"""Sending the letters that open a door, and clearing up behind it."""

from collections.abc import Callable
from datetime import timedelta

from django.core.mail import EmailMessage
from django.db import transaction
from django.utils import timezone
from django_scopes import scopes_disabled

from vaern.ground.people import letters, limits, places
from vaern.ground.people.models import FormerAddress, Person, User
from vaern.ground.people.posting import post, refused_for_good
from vaern.ground.queue.actions import enqueue, every
from vaern.ground.queue.lines import MAIL
from vaern.ground.tenancy.jobs import on_row

KEPT = timedelta(days=7)
"""How long an old address may wait to be written to."""


class NotSent(Exception):
    """The mail server did not take it; the queue tries again. Names the fault, not the reader."""


def send_link(user_id: str) -> None:
    _to_user(user_id, letters.link)


def send_reset(user_id: str) -> None:
    _to_user(user_id, letters.reset)


def send_new_place(user_id: str) -> None:
    _to_user(user_id, letters.new_place)


@transaction.atomic
def send_welcomes(*person_ids: str) -> None:
    """Queue a welcome for each of many, so that one address that fails holds up no other."""
    for person_id in person_ids:
        enqueue("vaern.ground.people.jobs.send_welcome", person_id, line=MAIL)


@on_row("people.Person")
def send_welcome(person: Person) -> None:
    """Sent once; an address the mail server refuses for good is told of and not tried again."""
    if not (person.active and person.email and person.user_id):
        return
    try:
        post(letters.welcome(person))
    except Exception as error:
        if not refused_for_good(error):
            raise NotSent(type(error).__name__) from None
        enqueue("vaern.ground.notify.jobs.welcome_refused", str(person.pk))


@on_row("people.FormerAddress")
def tell_former(former: FormerAddress) -> None:
    """Write to an address that was changed, and forget it."""
    _send(letters.moved(former))
    former.delete()


def _to_user(user_id: str, write: Callable[[User, str], EmailMessage]) -> None:
    """An unknown or closed account gets nothing: who asks cannot tell the difference."""
    with scopes_disabled():
        people = Person.objects.select_related("user", "workplace__key")
        person = people.filter(user_id=user_id, user__is_active=True, active=True).first()
    if person is not None and person.user is not None:
        _send(write(person.user, person.language))


def _send(message: EmailMessage) -> None:
    """A failure is raised without its cause: the queue stores it, and causes carry addresses.

    An address that the mail server does not know is not tried again: who asks gets no other.
    """
    try:
        post(message)
    except Exception as error:
        if not refused_for_good(error):
            raise NotSent(type(error).__name__) from None


def forget_old() -> None:
    """Drop tries no limit looks at, sessions that are over, and old addresses nobody could reach."""
    limits.forget_old()
    places.forget_over()
    with scopes_disabled():
        FormerAddress.objects.filter(at__lt=timezone.now() - KEPT).delete()


def ensure_schedules() -> None:
    """Have the worker clear up each hour; asking again changes nothing."""
    every(60, "vaern.ground.people.jobs.forget_old")
