"""The workplace's contingency plan (beredskabsplan) in versions."""

from django.db import models

from vaern.ground.people.models import Person, SealedByWorkplace
from vaern.ground.vault.fields import SealedJSON


class PlanVersion(SealedByWorkplace):
    """One version of the plan, never changed once published. A case keeps its version."""

    number = models.PositiveIntegerField()
    steps = SealedJSON()
    published_at = models.DateTimeField()
    published_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    default = models.BooleanField(default=False)
    """Published by Værn as it came: when a newer default comes with Værn, that takes its place."""

    class Meta(SealedByWorkplace.Meta):
        constraints = [models.UniqueConstraint("workplace", "number", name="plan_version_once")]
