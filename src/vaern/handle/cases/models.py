"""The case: who is let in, what must be done by whom and when, and all that happened."""

from datetime import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _

from vaern.ground.people.models import Person, RoleCode, Unit
from vaern.ground.tenancy.models import TenantModel
from vaern.ground.vault.fields import SealedJSON, SealedText
from vaern.ground.vault.models import DataKey
from vaern.handle.plans.models import PlanVersion
from vaern.handle.reports.models import Report


class CaseState(models.TextChoices):
    OPEN = "open", _("Åben")
    CLOSED = "closed", _("Afsluttet")


class Case(TenantModel):
    """One course of episodes and what the workplace does about it.

    ``facts`` are the report's answers as corrected by the handlers; ``summary`` at most
    three neutral lines that quote nothing. ``planned_on`` is the last day on which the plan was
    laid over it again.
    """

    key = models.OneToOneField(DataKey, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=8, choices=CaseState.choices, default=CaseState.OPEN)
    unit = models.ForeignKey(Unit, on_delete=models.SET_NULL, null=True, related_name="+")
    affected = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="cases_about"
    )
    plan = models.ForeignKey(PlanVersion, on_delete=models.PROTECT, related_name="+")
    facts = SealedJSON()
    summary = SealedText()
    finding = SealedJSON()
    regime = models.CharField(max_length=24, blank=True)
    urgency = models.PositiveSmallIntegerField(default=0)
    severity = models.CharField(max_length=24, blank=True)
    kinds = models.JSONField(default=list)
    opened_at = models.DateTimeField()
    planned_on = models.DateField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=24, blank=True)
    closing_word = SealedText()
    closing_reason = SealedText()
    joined_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="joined"
    )

    class Meta(TenantModel.Meta):
        constraints = [models.UniqueConstraint("workplace", "year", "number", name="case_number")]
        indexes = [
            models.Index(fields=["workplace", "state", "-urgency", "-opened_at"], name="case_list")
        ]

    @property
    def vault_key(self) -> DataKey:
        return self.key

    @property
    def reference(self) -> str:
        """What people call the case: ``2026-0007``."""
        return f"{self.year}-{self.number:04d}"


class CaseRow(TenantModel):
    """Something in a case, sealed with the case's key."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="%(class)ss")

    class Meta(TenantModel.Meta):
        abstract = True

    @property
    def vault_key(self) -> DataKey:
        return self.case.key


class CaseReport(CaseRow):
    """A report is part of the case; the first one opened it."""

    report = models.OneToOneField(Report, on_delete=models.PROTECT, related_name="in_case")
    joined_at = models.DateTimeField()


class Part(models.TextChoices):
    """Why a person is let in."""

    AFFECTED = "affected", _("Den berørte")
    REPORTER = "reporter", _("Indberetter")
    HANDLER = "handler", _("Behandler sagen")
    SUPPORT = "support", _("Støtter")


class Member(CaseRow):
    """A person let into the case, and why."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="memberships")
    part = models.CharField(max_length=10, choices=Part.choices)
    role = models.CharField(max_length=20, choices=RoleCode.choices, blank=True)
    why = models.CharField(max_length=40)
    since = models.DateTimeField()

    class Meta(CaseRow.Meta):
        constraints = [models.UniqueConstraint("case", "person", name="member_once")]
        indexes = [models.Index(fields=["workplace", "person"], name="member_cases")]


class Exclusion(CaseRow):
    """A person kept out whatever their role: named as harasser or in conflict of interest."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="exclusions")
    why = models.CharField(max_length=20)
    at = models.DateTimeField()

    class Meta(CaseRow.Meta):
        constraints = [models.UniqueConstraint("case", "person", name="exclusion_once")]


class TaskState(models.TextChoices):
    OPEN = "open", _("Skal gøres")
    DONE = "done", _("Gjort")
    NOT_RELEVANT = "not_relevant", _("Ikke relevant")


class Task(CaseRow):
    """One step of the plan, with a named owner and a due time.

    ``text`` is the step as it stood in the plan: ``title``, ``instruction``, ``proof``,
    ``told`` (the step in words to the affected person), each with ``da`` and ``en``; ``source``, and ``contact`` where an outside contact proves it;
    ``law`` is what the rules say with the deadline.
    ``part`` tells several of one step apart: the strand of the case it is about (`strands`), or
    the turn of a step that comes again; ``person`` whom it is about. ``since``: when it came
    into the case. ``clock`` says whose time it is (`plans.timing`), ``law_due_at`` is the law's
    end where the workplace's own time is earlier, and ``happened_at`` what a clock is counted
    from. ``left`` says why Værn itself set it not relevant (``plan``, ``joined``); a person's reason
    stands in ``result``.
    """

    step = models.CharField(max_length=40)
    part = models.CharField(max_length=40, blank=True)
    person = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    since = models.DateTimeField(null=True, blank=True)
    phase = models.CharField(max_length=20)
    order = models.PositiveSmallIntegerField(default=0)
    role = models.CharField(max_length=20, choices=RoleCode.choices, blank=True)
    owner = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, related_name="tasks_owned"
    )
    deputy = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="tasks_deputised"
    )
    earliest_at = models.DateTimeField(null=True, blank=True)
    due_at = models.DateTimeField()
    statutory = models.BooleanField(default=False)
    clock = models.CharField(max_length=8, blank=True)
    law_due_at = models.DateTimeField(null=True, blank=True)
    happened_at = models.DateTimeField(null=True, blank=True)
    required = models.BooleanField(default=False)
    for_affected = models.BooleanField(default=True)
    text = SealedJSON()
    state = models.CharField(max_length=14, choices=TaskState.choices, default=TaskState.OPEN)
    result = SealedText()
    left = models.CharField(max_length=12, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    escalated = models.PositiveSmallIntegerField(default=0)

    class Meta(CaseRow.Meta):
        constraints = [models.UniqueConstraint("case", "step", "part", name="task_once_a_part")]
        indexes = [
            models.Index(fields=["workplace", "owner", "state", "due_at"], name="task_mine"),
            models.Index(fields=["workplace", "state", "due_at"], name="task_due"),
        ]

    @property
    def mark(self) -> str:
        """What tells it from the other tasks of the case."""
        return f"{self.step}/{self.part}" if self.part else self.step

    @property
    def came_in(self) -> datetime:
        return self.since or self.case.opened_at


class Event(CaseRow):
    """One row of the timeline: a readable code with sealed details, worded when shown."""

    at = models.DateTimeField()
    actor = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    code = models.CharField(max_length=40)
    for_affected = models.BooleanField(default=True)
    data = SealedJSON()

    class Meta(CaseRow.Meta):
        indexes = [models.Index(fields=["workplace", "case", "at"], name="event_timeline")]


class Note(CaseRow):
    """An internal note between the handlers; the affected person does not see it."""

    author = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()
    task = models.ForeignKey(
        Task, on_delete=models.SET_NULL, null=True, blank=True, related_name="comments"
    )
    text = SealedText()


class Contact(CaseRow):
    """A contact outside: the police's journal number, the EASY number, a platform.

    ``at`` is when it was written here, ``on`` the day it was reported, ``filed_by`` who did.
    ``person`` is whom it is about, where that is known.
    """

    kind = models.CharField(max_length=20)
    at = models.DateTimeField()
    on = models.DateField(null=True, blank=True)
    reference = SealedText()
    who = SealedText()
    filed_by = SealedText()
    person = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
