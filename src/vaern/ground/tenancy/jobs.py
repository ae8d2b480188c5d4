"""Jobs that work on one row of one workplace."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.apps import apps
from django_scopes import scope, scopes_disabled


def on_row(label: str) -> Callable[[Callable[[Any], None]], Callable[[str], None]]:
    """Turn ``job(row)`` into ``job(id)`` run in the scope of the row's workplace.

    A row that is gone makes the job a no-op: jobs arrive at least once, sometimes late.
    """

    def decorate(job: Callable[[Any], None]) -> Callable[[str], None]:
        @wraps(job)
        def run(row_id: str) -> None:
            with scopes_disabled():
                rows = apps.get_model(label)._default_manager
                row = rows.select_related("workplace__key").filter(pk=row_id).first()
            if row is not None:
                with scope(workplace=row.workplace):
                    job(row)

        return run

    return decorate
