"""What happens to the record in the background."""

from django_scopes import scopes_disabled

from vaern.ground.audit import anchor
from vaern.ground.audit.actions import seal_key
from vaern.ground.audit.models import AuditHead
from vaern.ground.queue.actions import every

MINUTES = 5
"""How far the note outside the database may lag behind the record."""


def note_ends() -> None:
    """Note outside the database how far each workplace's record goes."""
    with scopes_disabled():
        anchor.note(AuditHead.objects.all(), seal_key())


def ensure_schedules() -> None:
    every(MINUTES, "vaern.ground.audit.jobs.note_ends")
