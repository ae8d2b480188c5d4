"""Doing all waiting work at once, in this process: for the command line and for tests."""

from collections.abc import Collection

from django.utils.module_loading import import_string
from django_q.models import OrmQ
from django_q.signing import SignedPackage


def drain(limit: int = 10_000) -> int:
    """Run queued jobs in order until none is left; the number run. A job that fails raises."""
    done = 0
    while done < limit:
        row = OrmQ.objects.order_by("id").first()
        if row is None:
            break
        task = SignedPackage.loads(row.payload)
        import_string(task["func"])(*task["args"])
        row.delete()
        done += 1
    return done


def newest() -> int:
    """The number of the job that was asked for last; 0 when none waits."""
    return OrmQ.objects.order_by("-id").values_list("id", flat=True).first() or 0


def take_away(jobs: Collection[tuple[str, str]], *, after: int) -> int:
    """Forget waiting ``(name, id)`` that were done here at once; how many.

    ``after`` is what :func:`newest` said before they were asked for: a long queue is not read.
    """
    gone = 0
    for row in OrmQ.objects.filter(id__gt=after):
        task = SignedPackage.loads(row.payload)
        if (task["func"], *task["args"]) in jobs:
            gone += row.delete()[0]
    return gone
