"""The one door to background work."""

from django_q.tasks import async_task


def enqueue(name: str, *ids: str) -> None:
    """Ask for ``name(*ids)`` to be run later by a worker, at least once.

    ``name`` is the dotted path of a job. The request is stored in the caller's transaction:
    it is there when the change is there. Pass ids only, never what people wrote.
    """
    async_task(name, *ids)
