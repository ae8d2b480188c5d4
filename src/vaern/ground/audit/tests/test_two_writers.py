"""Simultaneous writers never collide and never fork the chain."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from conftest import make_cast
from django.db import connection
from django_scopes import scope

from vaern.ground.audit.actions import recording, verify
from vaern.ground.audit.models import AuditRow

WRITERS, ROWS = 8, 12


@pytest.mark.django_db(transaction=True)
def test_eight_writers_make_one_chain(file_database):
    cast = make_cast()
    with scope(workplace=cast.workplace):
        before = AuditRow.objects.count()

    def write(_: int) -> None:
        try:
            for _number in range(ROWS):
                with (
                    scope(workplace=cast.workplace),
                    recording(workplace=cast.workplace, by=None) as r,
                ):
                    r("test.done", cast.rikke)
        finally:
            connection.close()

    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(write, range(WRITERS)))
    with scope(workplace=cast.workplace):
        assert AuditRow.objects.count() == before + WRITERS * ROWS
        assert verify(workplace=cast.workplace) is None
