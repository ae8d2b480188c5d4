"""What the engine suggested, and what a person said about it."""

from django.db import models

from vaern.ground.people.models import Person
from vaern.ground.tenancy.models import TenantModel
from vaern.ground.vault.fields import SealedJSON, SealedText
from vaern.ground.vault.models import DataKey
from vaern.handle.reports.models import Report


class Suggestion(TenantModel):
    """An assessment of one report by one version of the engine. It decides nothing."""

    report = models.OneToOneField(Report, on_delete=models.CASCADE, related_name="suggestion")
    made_at = models.DateTimeField()
    engine = models.CharField(max_length=60)
    urgency = models.PositiveSmallIntegerField(default=0)
    assessment = SealedJSON()
    finding = SealedJSON()

    @property
    def vault_key(self) -> DataKey:
        return self.report.key


class Verdict(TenantModel):
    """A person confirmed or overruled a suggestion; all are kept, the newest counts.

    ``assessment`` is what the engine had suggested when they did.
    ``given_on`` is the picture as it was suggested then: what is graver later was not judged.
    """

    suggestion = models.ForeignKey(Suggestion, on_delete=models.CASCADE, related_name="verdicts")
    person = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField()
    agrees = models.BooleanField()
    harassment = models.BooleanField()
    kinds = models.JSONField(default=list)
    urgency = models.PositiveSmallIntegerField(default=0)
    severity = models.CharField(max_length=24, blank=True)
    reason = SealedText()
    assessment = SealedJSON()
    given_on = SealedJSON()

    @property
    def vault_key(self) -> DataKey:
        return self.suggestion.report.key
