"""Writing the record: one transaction holds the change, its audit rows and its queued jobs."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone

from vaern.ground.audit import rules
from vaern.ground.audit.models import AuditHead, AuditRow
from vaern.ground.vault import cipher

if TYPE_CHECKING:
    from vaern.ground.people.models import Person, Workplace


def seal_key() -> bytes:
    """The key that seals audit rows, derived from the master key."""
    return cipher.derive(settings.VAERN_MASTER_KEY, "audit")


@dataclass
class _Pending:
    workplace: "Workplace"
    rows: list[dict[str, Any]] = field(default_factory=list)


@dataclass(frozen=True)
class Recorder:
    """Call it with an action code, the row it was done to, and ids or codes as data."""

    pending: _Pending
    actor: str

    def __call__(self, action: str, subject: models.Model, **data: str | int | bool | None) -> None:
        name = f"{subject._meta.label_lower}:{subject.pk}"
        row = {"at": timezone.now(), "actor": self.actor, "action": action, "subject": name}
        self.pending.rows.append({**row, "data": data})


_open: ContextVar[_Pending | None] = ContextVar("audit_pending", default=None)


@contextmanager
def recording(*, workplace: "Workplace", by: "Person | None") -> Iterator[Recorder]:
    """A transaction whose audit rows are chained last, just before it commits.

    Inside another recording of the same workplace it joins that one. ``by`` None is Værn itself.
    The chain's lock is taken at the very end, so that it is held shortly and never
    waits for another row lock.
    """
    actor = str(by.pk) if by else ""
    outer = _open.get()
    if outer is not None:
        if outer.workplace.pk != workplace.pk:
            raise RuntimeError("one transaction, one workplace")
        yield Recorder(outer, actor)
        return
    pending = _Pending(workplace)
    token = _open.set(pending)
    try:
        with transaction.atomic():
            yield Recorder(pending, actor)
            if pending.rows:
                _append(pending)
    finally:
        _open.reset(token)


def _append(pending: _Pending) -> None:
    AuditHead.objects.get_or_create(workplace=pending.workplace)
    head = AuditHead.objects.select_for_update().get(workplace=pending.workplace)
    key, made = seal_key(), []
    for row in pending.rows:
        entry = rules.Entry(
            workplace=str(pending.workplace.pk), seq=head.seq + 1, prev=head.hash, **row
        )
        head.seq, head.hash = entry.seq, entry.hash()
        made.append(
            AuditRow(
                workplace=pending.workplace,
                seq=entry.seq,
                prev=entry.prev,
                hash=head.hash,
                mac=rules.seal(key, head.hash),
                **row,
            )
        )
    AuditRow.objects.bulk_create(made)
    head.mac = rules.seal_head(key, head.seq, head.hash)
    head.save(update_fields=["seq", "hash", "mac"])


def verify(*, workplace: "Workplace") -> rules.Fault | None:
    """Walk the workplace's whole chain; the first bad row, or None when it is whole."""
    rows = AuditRow.objects.filter(workplace=workplace).order_by("seq")
    head = AuditHead.objects.filter(workplace=workplace).first()
    noted = rules.Head(head.seq, head.hash, head.mac) if head is not None and head.seq else None
    return rules.first_fault((row.stored() for row in rows.iterator(2000)), noted, seal_key())
