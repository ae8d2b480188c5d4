"""What became of the mails somebody handed in, for those who hand in without handling."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vaern.ground.people.models import Person
from vaern.handle.inbox.models import Message
from vaern.handle.reports.models import Status

MOST = 30

LOOKING: Promise = _("Vi ser på den.")
BECAME: dict[str, Promise] = {
    Status.IN_CASE: _("Andre tager sig af den nu. Du skal ikke gøre mere."),
    Status.LEFT_ALONE: _("Den er gemt. Der bliver ikke gjort mere ved den."),
}


@dataclass(frozen=True)
class HandedIn:
    """When it came, how large it was, and where it stands: nothing of what it says or to whom."""

    at: datetime
    size: int
    words: Promise


def handed_in(person: Person) -> Iterator[HandedIn]:
    """The person's own, newest first."""
    rows = Message.objects.filter(item__sealed_by=person).select_related("item", "report")
    for message in rows.order_by("-received_at")[:MOST]:
        report = getattr(message, "report", None)
        words = BECAME.get(report.status, LOOKING) if report else LOOKING
        yield HandedIn(message.received_at, message.item.size, words)
