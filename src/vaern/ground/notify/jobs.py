"""Sending e-mail later, and again when the mail server was away."""

from datetime import timedelta
from time import monotonic

from django.db.models import F, Q
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
from vaern.ground.people.posting import post, refused_for_good
from vaern.ground.queue.actions import every
from vaern.ground.queue.lines import MAIL
from vaern.ground.tenancy.jobs import on_row

CLAIM = timedelta(minutes=3)
"""How long an e-mail is one worker's: more than the two minutes the queue gives a job."""
LOST = timedelta(minutes=10)
"""A notice that nobody tried to send by then has lost its job."""
AT_ONCE = 45.0
"""Seconds of sending before the next round, which starts each minute."""


@on_row("notify.Notice")
def deliver(notice: Notice) -> None:
    """Send the notice's e-mail, once. Nothing that goes wrong with it keeps the next from going."""
    if not _claimed(notice):
        return
    if not notice.person.active:
        _settle(notice, EmailState.NONE)
    elif not notice.person.email:
        _give_up(notice, EmailState.NO_ADDRESS, "no address")
    elif notice.email_attempts > rules.MOST:
        _give_up(notice, EmailState.FAILED, "no answer")
    else:
        _send(notice)


def _claimed(notice: Notice) -> bool:
    """Of two workers one gets it, by a conditional update.

    The try is counted before it is made, so that one that ends the worker is not made for ever.
    """
    now = timezone.now()
    waiting = Notice.objects.filter(pk=notice.pk, email_state=EmailState.WAITING)
    free = waiting.exclude(email_next_at__gt=now)
    if not free.update(email_next_at=now + CLAIM, email_attempts=F("email_attempts") + 1):
        return False
    notice.refresh_from_db(fields=["email_attempts"])
    return True


def _send(notice: Notice) -> None:
    try:
        post(compose(notice))
    except Exception as error:
        _failed(notice, error)
    else:
        with recording(workplace=notice.workplace, by=None) as record:
            _settle(notice, EmailState.SENT)
            record("notice.email_sent", notice)


def _failed(notice: Notice, error: Exception) -> None:
    name, again = type(error).__name__, None
    if not refused_for_good(error):
        again = rules.next_try(notice.email_attempts, timezone.now())
    if again is None:
        _give_up(notice, EmailState.FAILED, name)
    else:
        Notice.objects.filter(pk=notice.pk).update(email_error=name[:60], email_next_at=again)


def _give_up(notice: Notice, state: EmailState, error: str) -> None:
    """The e-mail does not come through: who looks after the staff hears of it once a day."""
    with recording(workplace=notice.workplace, by=None) as record:
        _settle(notice, state, error)
        record("notice.email_failed", notice, error=error)
        once, path = f"undelivered:{timezone.localdate()}", reverse("notify:undelivered")
        for person in looking_after(notice.person):
            tell(person=person, kind="email_undelivered", path=path, once=once, email=False)


def _settle(notice: Notice, state: EmailState, error: str = "") -> None:
    row = Notice.objects.filter(pk=notice.pk)
    row.update(email_state=state, email_error=error[:60], email_next_at=None)


@on_row("people.Person")
def welcome_refused(person: Person) -> None:
    """The mail server knows no such address: who looks after the staff must hear of it."""
    path = reverse("people:person", args=[person.pk])
    once = f"welcome:{person.pk}:{timezone.now():%Y-%m-%d}"
    for reader in looking_after(person):
        tell(person=reader, kind="welcome_refused", path=path, once=once)


def ensure_schedules() -> None:
    """Have the worker send what waits each minute; asking again changes nothing."""
    every(1, "vaern.ground.notify.jobs.send_waiting", line=MAIL)


def send_waiting() -> None:
    """Send every e-mail whose time has come, or whose job was lost; run each minute."""
    now, until = timezone.now(), monotonic() + AT_ONCE
    lost = Q(email_next_at=None, created_at__lt=now - LOST)
    with scopes_disabled():
        due = Notice.objects.filter(
            Q(email_next_at__lte=now) | lost, email_state=EmailState.WAITING
        )
        ids = list(due.order_by("email_next_at").values_list("pk", flat=True)[:500])
    for pk in ids:
        if monotonic() > until:
            return
        deliver(str(pk))
