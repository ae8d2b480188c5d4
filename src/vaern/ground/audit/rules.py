"""How one audit row is bound to the one before it, and how a broken chain is found."""

import hashlib
import hmac
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

GENESIS = "0" * 64


@dataclass(frozen=True, slots=True)
class Entry:
    """One audit row as plain values; ``data`` holds ids and codes, never what people wrote."""

    workplace: str
    seq: int
    at: datetime
    actor: str
    action: str
    subject: str
    data: dict[str, Any]
    prev: str

    def canonical(self) -> bytes:
        """The bytes that are hashed: JSON with sorted keys, the time in UTC microseconds."""
        at = self.at.astimezone(UTC).isoformat(timespec="microseconds")
        parts = [self.workplace, self.seq, at, self.actor, self.action, self.subject, self.prev]
        return json.dumps([*parts, self.data], sort_keys=True, separators=(",", ":")).encode()

    def hash(self) -> str:
        return hashlib.sha256(self.canonical()).hexdigest()


@dataclass(frozen=True, slots=True)
class Stored:
    """An entry as it lies in the database, with its hash and its seal."""

    entry: Entry
    hash: str
    mac: str


Why = Literal[
    "missing_or_reordered",
    "not_linked",
    "changed",
    "not_ours",
    "missing_at_end",
    "head_not_ours",
    "beyond_end",
    "before_anchor",
    "not_as_anchored",
    "anchor_not_ours",
]


@dataclass(frozen=True, slots=True)
class Fault:
    """The first row at which the chain is not whole, and what is wrong there."""

    seq: int
    why: Why


def seal(key: bytes, digest: str) -> str:
    """A keyed seal over a row's hash: who has only the database cannot rewrite the chain."""
    return hmac.new(key, digest.encode(), hashlib.sha256).hexdigest()


@dataclass(frozen=True, slots=True)
class Head:
    """The end of the chain as it was noted and sealed when the last row was written."""

    seq: int
    hash: str
    mac: str


def seal_head(key: bytes, seq: int, digest: str) -> str:
    """The seal of the chain's end; it differs from the seal of any row."""
    return seal(key, f"head:{seq}:{digest}")


@dataclass(frozen=True, slots=True)
class Anchor:
    """A row that was once the end of the chain, as it was noted outside the database."""

    seq: int
    hash: str


def seal_anchor(key: bytes, workplace: str, seq: int, digest: str) -> str:
    """The seal of a note outside the database; it differs from that of a row and of an end."""
    return seal(key, f"anchor:{workplace}:{seq}:{digest}")


def first_fault(
    rows: Iterable[Stored], head: Head | None, key: bytes, anchor: Anchor | None = None
) -> Fault | None:
    """Walk the chain in order; None when whole. Rows without a sealed head are a fault too.

    A chain that is empty, or shorter than ``anchor`` says, or leads another way, is not whole.
    """
    seq, prev = 0, GENESIS
    for row in rows:
        seq += 1
        why = _fault_of(row, seq, prev, key)
        if why is None and anchor and anchor.seq == seq and anchor.hash != row.hash:
            why = "not_as_anchored"
        if why:
            return Fault(seq, why)
        prev = row.hash
    why = _fault_at_end(head, seq, prev, key)
    if why is None and anchor and anchor.seq > seq:
        why = "before_anchor"
    return Fault(seq + 1, why) if why else None


def _fault_at_end(head: Head | None, seq: int, prev: str, key: bytes) -> Why | None:
    if head is None:
        return "missing_at_end"
    if not hmac.compare_digest(head.mac, seal_head(key, head.seq, head.hash)):
        return "head_not_ours"
    return None if (head.seq, head.hash) == (seq, prev) else "missing_at_end"


def _fault_of(row: Stored, seq: int, prev: str, key: bytes) -> Why | None:
    if row.entry.seq != seq:
        return "missing_or_reordered"
    if row.entry.prev != prev:
        return "not_linked"
    if row.entry.hash() != row.hash:
        return "changed"
    if not hmac.compare_digest(seal(key, row.hash), row.mac):
        return "not_ours"
    return None
