"""How one audit row is bound to the one before it, and how a broken chain is found."""

import hashlib
import hmac
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

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


@dataclass(frozen=True, slots=True)
class Fault:
    """The first row at which the chain is not whole, and what is wrong there."""

    seq: int
    why: str


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


def first_fault(rows: Iterable[Stored], head: Head | None, key: bytes) -> Fault | None:
    """Walk the chain in order; None when whole. Rows without a sealed head are a fault too."""
    seq, prev = 0, GENESIS
    for row in rows:
        seq += 1
        why = _fault_of(row, seq, prev, key)
        if why:
            return Fault(seq, why)
        prev = row.hash
    if head is None:
        return Fault(seq + 1, "missing_at_end") if seq else None
    if head.mac != seal_head(key, head.seq, head.hash):
        return Fault(seq + 1, "head_not_ours")
    return None if (head.seq, head.hash) == (seq, prev) else Fault(seq + 1, "missing_at_end")


def _fault_of(row: Stored, seq: int, prev: str, key: bytes) -> str | None:
    if row.entry.seq != seq:
        return "missing_or_reordered"
    if row.entry.prev != prev:
        return "not_linked"
    if row.entry.hash() != row.hash:
        return "changed"
    if not hmac.compare_digest(seal(key, row.hash), row.mac):
        return "not_ours"
    return None
