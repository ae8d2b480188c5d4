"""The end of each record, noted in a file outside the database.

Who puts an older copy of the database back, or cuts rows off with an older end, makes a record that
is whole in itself. It is shorter than this file says, or goes on another way, and that is seen.
One line a workplace: its id, the place, the row's hash, and our seal over the three.
"""

import hmac
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import structlog
from django.conf import settings

from vaern.ground.audit import rules
from vaern.ground.audit.models import AuditHead, AuditRow

log = structlog.get_logger("vaern.audit")


@dataclass(frozen=True, slots=True)
class Noted:
    """One line of the file; ``ours`` when its seal is."""

    seq: int
    hash: str
    mac: str
    ours: bool


def noted(key: bytes) -> Mapping[str, Noted]:
    """The lines of the file by workplace. What is no line is left out.

    Raises OSError when there is a file and we may not read it: that is not the same as none.
    """
    try:
        lines = _file().read_text(encoding="ascii", errors="replace").splitlines()
    except (FileNotFoundError, NotADirectoryError):
        return {}
    found = {}
    for workplace, seq, digest, mac in (line.split() for line in lines if line.count(" ") == 3):
        if seq.isdecimal():
            sealed = rules.seal_anchor(key, workplace, int(seq), digest)
            ours = hmac.compare_digest(sealed, mac)
            found[workplace] = Noted(int(seq), digest, mac, ours)
    return found


def note(heads: Iterable[AuditHead], key: bytes) -> None:
    """Move the notes on to ``heads``, each only where the record leads from its note to there.

    A disk that is full or a file that is not ours is told, and stops nobody.
    """
    try:
        _note(heads, key)
    except OSError as error:
        log.warning("audit anchor not written", error=type(error).__name__)


def _note(heads: Iterable[AuditHead], key: bytes) -> None:
    before = noted(key)
    after = dict(before)
    for head in heads:
        workplace = str(head.workplace_id)
        if head.seq and _sound(head, key) and _leads_on(head, before.get(workplace)):
            mac = rules.seal_anchor(key, workplace, head.seq, head.hash)
            after[workplace] = Noted(head.seq, head.hash, mac, True)
    if after != before:
        _write(f"{name} {one.seq} {one.hash} {one.mac}\n" for name, one in after.items())


def _sound(head: AuditHead, key: bytes) -> bool:
    return hmac.compare_digest(head.mac, rules.seal_head(key, head.seq, head.hash))


def _leads_on(head: AuditHead, old: Noted | None) -> bool:
    if old is None:
        return True
    if not old.ours or head.seq < old.seq:
        return False
    rows = AuditRow.objects.filter(workplace_id=head.workplace_id, seq=old.seq, hash=old.hash)
    return rows.exists()


def _write(lines: Iterable[str]) -> None:
    """All or nothing, for whoever has the folder: root may write it, another account reads it."""
    file = _file()
    new, folder = file.with_name(f"{file.name}.{os.getpid()}"), file.parent.stat()
    with open(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as out:
        if os.geteuid() == 0:
            os.fchown(out.fileno(), folder.st_uid, folder.st_gid)
        out.writelines(lines)
        out.flush()
        os.fsync(out.fileno())
    new.replace(file)


def _file() -> Path:
    path: Path = settings.VAERN_AUDIT_ANCHOR
    return path
