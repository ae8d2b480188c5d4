"""Whose notices are whose."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from vaern.ground.notify.models import NOT_DELIVERED, Notice
from vaern.ground.people.access import STAFF_READERS
from vaern.ground.people.models import Person, Role
from vaern.ground.people.reach import reach_of


def inbox(person: Person) -> QuerySet[Notice]:
    """The person's own notices, newest first."""
    return Notice.objects.filter(person=person).order_by("-created_at")


def notice_for(person: Person, pk: UUID) -> Notice:
    return get_object_or_404(inbox(person), pk=pk)


def undelivered(person: Person) -> QuerySet[Notice, Any]:
    """E-mails that did not come through to those the person looks after, and are unread here too."""
    lost = Notice.objects.filter(
        workplace=person.workplace, email_state__in=NOT_DELIVERED, read_at=None
    )
    reach = reach_of(person, *STAFF_READERS)
    if not reach.everywhere:
        looked_after = Role.objects.filter(unit__in=reach.units).values("person")
        lost = lost.filter(person__in=looked_after)
    return lost.select_related("person__workplace__key").order_by("-created_at")
