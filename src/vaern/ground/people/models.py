"""Workplaces, their units and people, and who has which role where."""

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vaern.ground.lib.ids import new_id
from vaern.ground.tenancy.models import TenantModel
from vaern.ground.vault.fields import LookupText, SealedText
from vaern.ground.vault.models import DataKey


def office_hours() -> dict[str, list[list[str]]]:
    """Monday to Friday, 8 to 16."""
    return {day: [["08:00", "16:00"]] for day in ("mon", "tue", "wed", "thu", "fri")}


class Workplace(models.Model):
    """A tenant: one employer with a CVR number, its own key, hours, plan and people."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    key = models.OneToOneField(DataKey, on_delete=models.PROTECT, related_name="+")
    name = SealedText()
    cvr = SealedText()
    timezone = models.CharField(max_length=60, default="Europe/Copenhagen")
    hours = models.JSONField(default=office_hours)
    public_holidays = models.BooleanField(default=True)
    closed_days = models.JSONField(default=list, blank=True)
    size = models.PositiveIntegerField(default=0)
    public_service = models.BooleanField(default=False)
    acute_phone = SealedText()
    law_options = models.JSONField(default=dict, blank=True)
    is_demo = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    @property
    def vault_key(self) -> DataKey:
        return self.key

    def __str__(self) -> str:
        return self.name


class SealedByWorkplace(TenantModel):
    """A tenant row sealed with its workplace's key."""

    class Meta(TenantModel.Meta):
        abstract = True

    @property
    def vault_key(self) -> DataKey:
        return self.workplace.key


class Unit(SealedByWorkplace):
    """A part of the workplace; the tree says whose manager is above whose."""

    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="children"
    )
    name = SealedText()

    def __str__(self) -> str:
        return self.name


class UserManager(BaseUserManager["User"]):
    """Signed-in users come with person, workplace and key: every request needs all four."""

    def get_queryset(self) -> "models.QuerySet[User]":
        return super().get_queryset().select_related("person__workplace__key")

    def create_user(self, email: str, password: str | None = None, **more: Any) -> "User":
        user = self.model(email=email.strip().lower(), **more)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """A sign-in: an e-mail address (sealed) and a password. All else is the person."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    email = LookupText(_("e-mail"), unique=True)
    is_active = models.BooleanField(default=True)
    date_joined = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    objects = UserManager()


class Person(SealedByWorkplace):
    """Somebody at the workplace, with or without a sign-in of their own."""

    user = models.OneToOneField(
        User, on_delete=models.SET_NULL, null=True, blank=True, related_name="person"
    )
    name = SealedText()
    email = LookupText(blank=True, default="")
    phone = SealedText()
    title = SealedText()
    language = models.CharField(max_length=5, default="da")
    active = models.BooleanField(default=True)

    class Meta(SealedByWorkplace.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["workplace", "email"], condition=~Q(email=""), name="person_one_email"
            )
        ]

    def __str__(self) -> str:
        return self.name


class RoleCode(models.TextChoices):
    EMPLOYEE = "employee", _("Medarbejder")
    MANAGER = "manager", _("Leder")
    AMR = "amr", _("Arbejdsmiljørepræsentant")
    HR = "hr", _("HR og sagsbehandler")
    COMMUNICATIONS = "communications", _("Kommunikation")
    ADMINISTRATOR = "administrator", _("Administrator")


class Role(TenantModel):
    """A person has a role in a unit (and below it), with a deputy for when they are away."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="roles")
    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="roles")
    code = models.CharField(max_length=20, choices=RoleCode.choices)
    deputy = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="stands_in_for"
    )

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint("person", "unit", "code", name="role_once_in_a_unit")
        ]
        indexes = [models.Index(fields=["workplace", "unit", "code"], name="role_holder")]


class Absence(TenantModel):
    """A person is away from the first to the last day, both included; no reason is kept.

    ``begun`` once the steps that were theirs have been handed over.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="absences")
    first_day = models.DateField()
    last_day = models.DateField()
    begun = models.BooleanField(default=False)


class FormerAddress(SealedByWorkplace):
    """An e-mail address somebody had until it was changed: there until it has been written to."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    email = SealedText()
    at = models.DateTimeField()


class Attempt(models.Model):
    """One try at a door that has a limit: a sign-in, a link asked for.

    It holds keyed marks only, belongs to no workplace (nobody is signed in yet), and is deleted
    after a day.
    """

    kind = models.CharField(max_length=10)
    account = models.CharField(max_length=64)
    origin = models.CharField(max_length=64)
    at = models.DateTimeField(db_index=True)

    class Meta:
        indexes = [
            models.Index(fields=["kind", "account", "at"], name="attempt_account"),
            models.Index(fields=["kind", "origin", "at"], name="attempt_origin"),
        ]
