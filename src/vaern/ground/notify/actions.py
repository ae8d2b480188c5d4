"""Telling people: into the inbox at once, by e-mail soon after."""

from django.utils import timezone

from vaern.ground.audit.actions import recording
from vaern.ground.notify.kinds import KINDS
from vaern.ground.notify.models import EmailState, Notice
from vaern.ground.people.models import Person
from vaern.ground.queue.actions import enqueue
from vaern.ground.queue.lines import MAIL


def tell(
    *, person: Person, kind: str, path: str, once: str, by: Person | None = None, email: bool = True
) -> Notice:
    """Give ``person`` a notice of ``kind`` that leads to ``path`` (an address within Værn).

    ``once`` names the occasion: the same occasion never tells the same person twice.
    """
    if kind not in KINDS:
        raise KeyError(f"unknown kind of notice: {kind}")
    mail = email and person.active
    with recording(workplace=person.workplace, by=by) as record:
        notice, made = Notice.objects.get_or_create(
            person=person,
            once=once,
            defaults={
                "workplace": person.workplace,
                "kind": kind,
                "path": path,
                "created_at": timezone.now(),
                "email_state": EmailState.WAITING if mail else EmailState.NONE,
            },
        )
        if made:
            record("notice.given", notice, kind=kind, person=str(person.pk))
            if mail:
                enqueue("vaern.ground.notify.jobs.deliver", str(notice.pk), line=MAIL)
    return notice


def read(*, notice: Notice, by: Person) -> None:
    """The person opened the notice."""
    if notice.read_at is None and notice.person_id == by.pk:
        notice.read_at = timezone.now()
        notice.save(update_fields=["read_at"])


def try_again(*, notice: Notice, by: Person) -> None:
    """Send an e-mail that did not come through once more from the start."""
    with recording(workplace=notice.workplace, by=by) as record:
        notice.email_state, notice.email_attempts = EmailState.WAITING, 0
        notice.email_next_at = None
        notice.save(update_fields=["email_state", "email_attempts", "email_next_at"])
        record("notice.email_again", notice)
        enqueue("vaern.ground.notify.jobs.deliver", str(notice.pk), line=MAIL)


def withdraw(*, person: Person, path: str, by: Person | None) -> None:
    """Take back what ``person`` was told about ``path`` and what lies below it.

    For somebody who must no longer know: the notices go, and e-mails that still wait are not sent.
    """
    with recording(workplace=person.workplace, by=by) as record:
        gone, _ = Notice.objects.filter(person=person, path__startswith=path).delete()
        if gone:
            record("notice.withdrawn", person, notices=gone)
