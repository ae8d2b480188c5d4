"""What people are told, in the inbox of the app and by e-mail."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from vaern.ground.people.models import Person
from vaern.ground.tenancy.models import TenantModel


class EmailState(models.TextChoices):
    NONE = "none", _("Sendes ikke")
    WAITING = "waiting", _("Venter")
    SENT = "sent", _("Sendt")
    FAILED = "failed", _("Kunne ikke sendes")
    NO_ADDRESS = "no_address", _("Ikke sendt, ingen adresse")


NOT_DELIVERED = (EmailState.FAILED, EmailState.NO_ADDRESS)
"""E-mails that will not come through by themselves: somebody must call or mend the address."""


class Notice(TenantModel):
    """A word to one person: a code and where to look. It never holds what happened."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=40)
    path = models.CharField(max_length=200)
    created_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)
    once = models.CharField(max_length=120)
    email_state = models.CharField(
        max_length=10, choices=EmailState.choices, default=EmailState.NONE
    )
    email_attempts = models.PositiveSmallIntegerField(default=0)
    email_next_at = models.DateTimeField(null=True, blank=True)
    email_error = models.CharField(max_length=60, blank=True)

    class Meta(TenantModel.Meta):
        constraints = [models.UniqueConstraint("person", "once", name="notice_once")]
        indexes = [
            models.Index(fields=["workplace", "person", "-created_at"], name="notice_inbox"),
            models.Index(fields=["email_state", "email_next_at"], name="notice_outgoing"),
        ]
