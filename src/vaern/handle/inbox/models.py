"""Messages that came from outside, before anybody at the workplace has seen them."""

from django.db import models

from vaern.ground.tenancy.models import TenantModel
from vaern.ground.vault.models import DataKey
from vaern.handle.evidence.models import Item


class Message(TenantModel):
    """One received message. ``mark`` is blind: the same file twice is found, nothing else."""

    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")
    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="+")
    source = models.CharField(max_length=20, default="file")
    mark = models.CharField(max_length=64)
    received_at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        constraints = [models.UniqueConstraint("workplace", "mark", name="message_once")]
