"""Doing all waiting work at once, in this process: for the command line and for tests."""

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
