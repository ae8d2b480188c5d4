"""Two workers at once: one report makes one case, and no two cases share a number."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from conftest import Cast, make_cast
from django.conf import settings
from django.db import connections
from django_scopes import scope

from vaern.ground.audit.actions import verify
from vaern.handle.cases.actions import open_case
from vaern.handle.cases.models import Case, Task
from vaern.handle.cases.tests.episodes import told
from vaern.handle.reports.models import Report

WORKERS = 4

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"),
        reason="SQLite tests run in memory, on one connection; PostgreSQL is where it can go wrong",
    ),
]


@pytest.fixture
def stored(transactional_db: None) -> Iterator[Cast]:
    """The cast, committed, so that other connections see it."""
    cast = make_cast()
    with scope(workplace=cast.workplace):
        yield cast


def at_once(cast: Cast, jobs: list[Callable[[], Any]]) -> list[Any]:
    """Run all jobs at the same moment, each on a connection of its own."""
    gate = Barrier(len(jobs))

    def run(job: Callable[[], Any]) -> Any:
        try:
            with scope(workplace=cast.workplace):
                gate.wait()
                return job()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(jobs)) as pool:
        return list(pool.map(run, jobs))


def opening(report: Report) -> Callable[[], Case]:
    return lambda: open_case(report=Report.objects.select_related("workplace").get(pk=report.pk))


def test_one_report_makes_one_case(stored: Cast) -> None:
    report = told(stored)
    cases = at_once(stored, [opening(report)] * WORKERS)
    assert len({case.pk for case in cases}) == 1
    assert Case.objects.count() == 1
    assert Task.objects.filter(step="take_over").count() == 1
    assert verify(workplace=stored.workplace) is None


def test_every_case_has_its_own_number(stored: Cast) -> None:
    reports = [told(stored) for _ in range(WORKERS)]
    cases = at_once(stored, [opening(report) for report in reports])
    assert sorted(case.number for case in cases) == list(range(1, WORKERS + 1))
    assert verify(workplace=stored.workplace) is None
