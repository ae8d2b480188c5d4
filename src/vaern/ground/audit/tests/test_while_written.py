"""A house at work raises no false alarm."""

import threading
import time

import pytest
from conftest import make_cast
from django.db import connection
from django_scopes import scope

from vaern.ground.audit.actions import recording, walk
from vaern.ground.audit.jobs import note_ends

WALKS = 60


@pytest.mark.django_db(transaction=True)
def test_a_record_that_grows_is_whole_at_every_moment(file_database):
    cast, stop, lengths = make_cast(), threading.Event(), []

    def write() -> None:
        try:
            while not stop.is_set():
                with (
                    scope(workplace=cast.workplace),
                    recording(workplace=cast.workplace, by=None) as r,
                ):
                    r("test.done", cast.rikke)
                time.sleep(0.001)
        finally:
            connection.close()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for number in range(WALKS):
            with scope(workplace=cast.workplace):
                found = walk(workplace=cast.workplace)
            assert found.fault is None
            lengths.append(found.rows)
            if number % 10 == 0:
                note_ends()
    finally:
        stop.set()
        writer.join()
    assert lengths == sorted(lengths)
    assert lengths[-1] > lengths[0]
