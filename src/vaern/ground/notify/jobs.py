"""Sending e-mail later, and again when the mail server was away."""

from datetime import timedelta
from smtplib import SMTPException

from django.urls import reverse
from django.utils import timezone
from django_scopes import scopes_disabled

from vaern.ground.audit.actions import recording
from vaern.ground.notify import rules
from vaern.ground.notify.actions import tell
from vaern.ground.notify.email import compose
from vaern.ground.notify.models import EmailState, Notice
from vaern.ground.people.administrators import looking_after
from vaern.ground.people.models import Person
from vaern.ground.queue.actions import enqueue, every
from vaern.ground.tenancy.jobs import on_row

CLAIM = timedelta(minutes=2)


@on_row("notify.Notice")
def deliver(notice: Notice) -> None:
    """Send the notice's e-mail. A claim by conditional update keeps two workers from both sending."""
    now = timezone.now()
    waiting = Notice.objects.filter(pk=notice.pk, email_state=EmailState.WAITING)
    if not waiting.exclude(email_next_at__gt=now).update(email_next_at=now + CLAIM):
        return
    try:
        compose(notice).send()
    except (SMTPException, OSError) as error:
        _failed(notice, type(error).__name__)
    else:
        _sent(notice)


def _sent(notice: Notice) -> None:
    with recording(workplace=notice.workplace, by=None) as record:
        notice.email_state, notice.email_error = EmailState.SENT, ""
        notice.email_attempts += 1
        notice.save(update_fields=["email_state", "email_error", "email_attempts"])
        record("notice.email_sent", notice)


def _failed(notice: Notice, error: str) -> None:
    notice.email_attempts += 1
    notice.email_error = error[:60]
    notice.email_next_at = rules.next_try(notice.email_attempts, timezone.now())
    with recording(workplace=notice.workplace, by=None) as record:
        if notice.email_next_at is None:
            notice.email_state = EmailState.FAILED
            record("notice.email_failed", notice, error=notice.email_error)
        notice.save(update_fields=["email_state", "email_error", "email_attempts", "email_next_at"])


@on_row("people.Person")
def welcome_refused(person: Person) -> None:
    """The mail server knows no such address: who looks after the staff must hear of it."""
    path = reverse("people:person", args=[person.pk])
    once = f"welcome:{person.pk}:{timezone.now():%Y-%m-%d}"
    for reader in looking_after(person):
        tell(person=reader, kind="welcome_refused", path=path, once=once)


def ensure_schedules() -> None:
    """Have the worker send what waits each minute; asking again changes nothing."""
    every(1, "vaern.ground.notify.jobs.send_waiting")


def send_waiting() -> None:
    """Queue every e-mail whose time has come; run by the schedule each minute."""
    with scopes_disabled():
        due = Notice.objects.filter(
            email_state=EmailState.WAITING, email_next_at__lte=timezone.now()
        )
        for pk in due.values_list("pk", flat=True)[:500]:
            enqueue("vaern.ground.notify.jobs.deliver", str(pk))
