"""What a person told us, or what a received message tells, from draft to sent."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from vaern.ground.people.models import Person, Unit
from vaern.ground.tenancy.models import TenantModel
from vaern.ground.vault.fields import SealedJSON, SealedText
from vaern.ground.vault.models import DataKey
from vaern.handle.inbox.models import Message


class Status(models.TextChoices):
    DRAFT = "draft", _("Kladde")
    RECEIVED = "received", _("Modtaget")
    JUDGED = "judged", _("Vurderet")
    IN_CASE = "in_case", _("I en sag")
    UNSURE = "unsure", _("Venter på, at et menneske ser på den")
    LEFT_ALONE = "left_alone", _("Ikke chikane")


class Via(models.TextChoices):
    SELF = "self", _("For mig selv")
    COLLEAGUE = "colleague", _("På vegne af en kollega")
    DESK = "desk", _("Fra skranken")
    MESSAGE = "message", _("Modtaget besked")


class Report(TenantModel):
    """One episode as it was told. Its data key was made with it and goes into the case.

    ``answers`` holds the facts in the form ``law.facts.Facts.from_dict`` reads, plus
    ``danger`` and whatever the form asked. ``sender_mark`` is a blind index of the sender's
    address, so that the next message from the same sender is recognised. ``outcome`` is what came
    of its case, a code of the law's list, once that is closed.
    """

    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="reports")
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.DRAFT)
    via = models.CharField(max_length=12, choices=Via.choices, default=Via.SELF)
    author = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="reports_made"
    )
    affected = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="reports_about"
    )
    unit = models.ForeignKey(Unit, on_delete=models.SET_NULL, null=True, blank=True)
    message = models.OneToOneField(
        Message, on_delete=models.PROTECT, null=True, blank=True, related_name="report"
    )
    step = models.CharField(max_length=12, default="danger")
    answers = SealedJSON()
    text = SealedText()
    sender = SealedText()
    sender_mark = models.CharField(max_length=64, blank=True)
    outcome = models.CharField(max_length=24, blank=True)
    created_at = models.DateTimeField()
    touched_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta(TenantModel.Meta):
        indexes = [
            models.Index(fields=["workplace", "author", "-created_at"], name="report_mine"),
            models.Index(fields=["workplace", "status", "-sent_at"], name="report_waiting"),
            models.Index(fields=["workplace", "sender_mark"], name="report_sender"),
        ]

    @property
    def vault_key(self) -> DataKey:
        return self.key


class Addition(TenantModel):
    """Something the reporter told later, or a word back to the reporter."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="additions")
    author = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField()
    to_reporter = models.BooleanField(default=False)
    text = SealedText()

    @property
    def vault_key(self) -> DataKey:
        return self.report.key


class ShutOut(TenantModel):
    """Somebody for whom the report is closed, whatever they had to do with it.

    Who is kept out of a case may not read it through the report either.
    """

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="shut_out")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        constraints = [models.UniqueConstraint("report", "person", name="shut_out_once")]
