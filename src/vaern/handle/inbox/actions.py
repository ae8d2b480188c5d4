"""Receiving a message from outside: sealed, known by its bytes, handed on as a job."""

import hashlib
from dataclasses import dataclass
from typing import Literal

from django.db import IntegrityError
from django.utils import timezone

from vaern.ground.audit.actions import recording
from vaern.ground.people.models import Person, Workplace
from vaern.ground.queue.actions import enqueue
from vaern.ground.vault import cipher
from vaern.ground.vault.actions import unstored_key
from vaern.ground.vault.models import DataKey
from vaern.handle.evidence import actions as evidence
from vaern.handle.evidence.messages import Unreadable
from vaern.handle.evidence.models import Item
from vaern.handle.evidence.problems import problem_words
from vaern.handle.inbox.models import Message


@dataclass(frozen=True)
class Received:
    """What became of a file. ``message`` is the stored one, also for a duplicate; ``error`` a code."""

    status: Literal["received", "duplicate", "rejected"]
    message: Message | None = None
    error: str = ""

    @property
    def words(self) -> str:
        """Why it was rejected, in the reader's language; nothing otherwise."""
        return problem_words(self.error)


def receive(
    *, workplace: Workplace, name: str, data: bytes, by: Person | None, source: str = "file"
) -> Received:
    """Take in a mail file. The same bytes twice are a duplicate; what is no mail is rejected.

    An encrypted or broken mail is received: it is evidence, though its text is not read.
    """
    mark = _mark(workplace, data)
    known = Message.objects.filter(workplace=workplace, mark=mark).first()
    if known is not None:
        return Received("duplicate", known)
    key = unstored_key(parent=workplace.key)
    try:  # outside the transaction: others must be able to write while a large mail is read
        items = evidence.lay_down(
            workplace=workplace, key=key, name=name, data=data, by=by, as_mail=True
        )
    except (Unreadable, evidence.Refused) as why:
        return Received("rejected", error=why.code)
    try:
        return Received("received", _store(workplace, key, items, by, mark, source))
    except IntegrityError:  # the same file came in twice at once, and the other was first
        evidence.let_go(items=items)
        return Received("duplicate", Message.objects.get(workplace=workplace, mark=mark))


def _store(
    workplace: Workplace,
    key: DataKey,
    items: list[Item],
    by: Person | None,
    mark: str,
    source: str,
) -> Message:
    with recording(workplace=workplace, by=by) as record:
        key.save(force_insert=True)
        evidence.keep(items=items, by=by)
        message = Message.objects.create(
            workplace=workplace,
            key=key,
            item=items[0],
            source=source,
            mark=mark,
            received_at=timezone.now(),
        )
        record("message.received", message, source=source)
        enqueue("vaern.handle.reports.jobs.take_in", str(message.pk))
    return message


def _mark(workplace: Workplace, data: bytes) -> str:
    return cipher.blind(workplace.key.secret().aes, hashlib.sha256(data).hexdigest())
