"""Evidence as it was received: sealed originals and who looked at them."""

from django.db import models

from vaern.ground.people.models import Person
from vaern.ground.tenancy.models import TenantModel
from vaern.ground.vault.fields import SealedJSON, SealedText
from vaern.ground.vault.models import DataKey


class Item(TenantModel):
    """One piece of evidence. It belongs to the report or case that owns its key.

    The original lies encrypted as ``<id>.age`` in the evidence folder and is never changed.
    ``facts`` holds what was read from it without judging: for mail the sender, recipients,
    dates and headers. ``problem`` is a code when it could be kept but not (fully) read.
    """

    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="evidence")
    parent = models.ForeignKey(
        "self", on_delete=models.CASCADE, null=True, blank=True, related_name="parts"
    )
    sealed_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    sealed_at = models.DateTimeField()
    name = SealedText()
    sha256 = SealedText()
    text = SealedText()
    facts = SealedJSON()
    mime = models.CharField(max_length=120)
    label = models.CharField(max_length=40)
    size = models.PositiveBigIntegerField()
    problem = models.CharField(max_length=40, blank=True)

    class Meta(TenantModel.Meta):
        indexes = [models.Index(fields=["workplace", "key", "sealed_at"], name="evidence_of_key")]

    @property
    def vault_key(self) -> DataKey:
        return self.key


class Look(TenantModel):
    """Somebody asked to see a piece of evidence."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="looks")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()
    original = models.BooleanField(default=False)
