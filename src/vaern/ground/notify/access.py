"""Whose notices are whose."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from vaern.ground.notify.models import NOT_DELIVERED, Notice
from vaern.ground.people.models import Person


def inbox(person: Person) -> QuerySet[Notice]:
    """The person's own notices, newest first."""
    return Notice.objects.filter(person=person).order_by("-created_at")


def notice_for(person: Person, pk: UUID) -> Notice:
    return get_object_or_404(inbox(person), pk=pk)


def undelivered(person: Person) -> QuerySet[Notice, Any]:
    """E-mails of the person's workplace that did not come through, where the notice is unread too."""
    lost = Notice.objects.filter(
        workplace=person.workplace, email_state__in=NOT_DELIVERED, read_at=None
    )
    return lost.select_related("person__workplace__key").order_by("-created_at")
