"""The append-only record of who did what, one hash chain for each workplace."""

from django.db import models

from vaern.ground.audit.rules import GENESIS, Entry, Stored
from vaern.ground.tenancy.models import TenantModel


class AuditRow(TenantModel):
    """One thing that was done. The database refuses to change or delete it."""

    seq = models.PositiveBigIntegerField()
    at = models.DateTimeField()
    actor = models.CharField(max_length=36, blank=True)
    action = models.CharField(max_length=60)
    subject = models.CharField(max_length=100)
    data = models.JSONField(default=dict)
    prev = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)
    mac = models.CharField(max_length=64)

    class Meta(TenantModel.Meta):
        constraints = [models.UniqueConstraint("workplace", "seq", name="audit_one_row_a_place")]
        indexes = [models.Index(fields=["workplace", "subject"], name="audit_subject")]

    def stored(self) -> Stored:
        entry = Entry(
            workplace=str(self.workplace_id),
            seq=self.seq,
            at=self.at,
            actor=self.actor,
            action=self.action,
            subject=self.subject,
            data=self.data,
            prev=self.prev,
        )
        return Stored(entry, self.hash, self.mac)


class AuditHead(TenantModel):
    """The end of a workplace's chain; its row lock lets one writer at a time extend it.

    ``mac`` seals place and hash with our key: cut rows cannot be hidden by moving the end.
    """

    workplace = models.OneToOneField("people.Workplace", on_delete=models.CASCADE, related_name="+")
    seq = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=64, default=GENESIS)
    mac = models.CharField(max_length=64, blank=True)
