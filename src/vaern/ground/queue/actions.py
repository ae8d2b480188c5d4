"""The one door to background work."""

from django.db import transaction
from django_q.models import Schedule
from django_q.tasks import async_task

from vaern.ground.queue.lines import WORK


def enqueue(name: str, *ids: str, line: str = WORK) -> None:
    """Ask for ``name(*ids)`` to be run later by a worker of the line, at least once.

    ``name`` is the dotted path of a job. The request is stored in the caller's transaction:
    it is there when the change is there. Pass ids only, never what people wrote.
    """
    async_task(name, *ids, cluster=line)


@transaction.atomic
def every(minutes: int, name: str, *, line: str = WORK) -> None:
    """Have the line's worker run the job ``name`` every so many minutes; asking again changes nothing."""
    rhythm = {"schedule_type": Schedule.MINUTES, "minutes": minutes, "repeats": -1}
    kept = {"func": name, "cluster": line, **rhythm}
    Schedule.objects.update_or_create(name=name, defaults=kept)
