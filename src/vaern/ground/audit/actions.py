"""Writing the record: one transaction holds the change, its audit rows and its queued jobs."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone

from vaern.ground.audit import anchor, rules
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


@dataclass(frozen=True)
class Walk:
    """What a walk along a chain found: how many good rows, and the first fault.

    ``noted`` is the row noted outside the database, which the chain was held against.
    """

    rows: int
    fault: rules.Fault | None
    noted: int | None


def verify(*, workplace: "Workplace") -> rules.Fault | None:
    """Walk the workplace's whole chain; the first bad row, or None when it is whole."""
    return walk(workplace=workplace).fault


def walk(*, workplace: "Workplace") -> Walk:
    """Walk the workplace's chain to its end; others may write to it meanwhile.

    The note is read before the end, and the end before the rows: rows and end are written
    together, so what is written meanwhile is never missed and never taken for a fault.
    """
    key = seal_key()
    note = anchor.noted(key).get(str(workplace.pk))
    head = AuditHead.objects.filter(workplace=workplace).first()
    fault = _fault(workplace, head, note, key)
    rows = fault.seq - 1 if fault else head.seq if head else 0
    return Walk(rows, fault, note.seq if note else None)


def _fault(
    workplace: "Workplace", head: AuditHead | None, note: anchor.Noted | None, key: bytes
) -> rules.Fault | None:
    if note is not None and not note.ours:
        return rules.Fault(note.seq, "anchor_not_ours")
    rows = AuditRow.objects.filter(workplace=workplace).order_by("seq")
    end = rules.Head(head.seq, head.hash, head.mac) if head is not None and head.seq else None
    upto = rows.filter(seq__lte=end.seq) if end else rows
    held = rules.Anchor(note.seq, note.hash) if note else None
    fault = rules.first_fault((row.stored() for row in upto.iterator(2000)), end, key, held)
    return fault or _beyond_end(rows, workplace)


def _beyond_end(rows: models.QuerySet[AuditRow], workplace: "Workplace") -> rules.Fault | None:
    """A row behind the end. One question, so that rows and end are of the same moment."""
    end = AuditHead.objects.filter(workplace=workplace).values("seq")[:1]
    first = rows.filter(seq__gt=models.Subquery(end)).first()
    return rules.Fault(first.seq, "beyond_end") if first else None
