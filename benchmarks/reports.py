"""Whole reports over real HTTP: every request counted, everything sealed, audited and queued."""

import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import psutil
from tests.house import PASSWORD, House, house
from tests.load.reporter import Reporter

CLIENTS = (1, 8, 32)
# Asked of the installation's own connection: is a report on the disk when its sender has the answer?
ON_DISK = """
from django.db import connection
with connection.cursor() as cursor:
    asked = ("PRAGMA synchronous", "PRAGMA journal_mode")
    if connection.vendor == "postgresql":
        asked = ("SHOW synchronous_commit", "SHOW fsync")
    said = []
    for each in asked:
        cursor.execute(each)
        said.append(f"{each.split()[1]}={cursor.fetchone()[0]}")
print(", ".join(said).replace("synchronous=2", "synchronous=FULL"), end="")
"""
SCALE = "For scale, the best-known open reporting system: 21/s one at a time, p95 66 ms, 240 MB."


def measure(name: str, database: str, total: int) -> dict[str, Any]:
    """Reports a second and p95 at 1, 8 and 32 clients; memory; is all of it there after?"""
    print(f"{name}: {total} reports at a time")
    figures: dict[str, Any] = {}
    with house(database) as home:
        home.python(f"from tests.house import seed_employees; seed_employees(32, {PASSWORD!r})")
        figures["on_disk"] = home.python(ON_DISK)
        print(f"  acknowledged means on disk: {figures['on_disk']}")
        home.start()
        for clients in CLIENTS:
            figures[str(clients)] = _load(home, clients, total)
        figures["memory_mb"] = memory(home)
        figures["drained_seconds"] = _drained(home)
        whole = home.vaern("audit", "verify")
        figures["audit_whole"] = whole.returncode == 0
    print(f"  memory: {figures['memory_mb']}")
    print(
        f"  worker done {figures['drained_seconds']} s after the last; chain whole: "
        f"{figures['audit_whole']}\n  {SCALE}\n"
    )
    return figures


def run(home: House, clients: int, total: int) -> tuple[list[Reporter], float]:
    """``total`` reports by ``clients`` at once: who did it, and the seconds it took."""
    people = [
        Reporter("127.0.0.1", home.port, f"ansat{number}@havneby.example", PASSWORD)
        for number in range(clients)
    ]
    for one in people:
        one.sign_in()
    share = [total // clients + (number < total % clients) for number in range(clients)]

    def work(pair: tuple[Reporter, int]) -> None:
        for number in range(pair[1]):
            pair[0].report(f"{pair[0].email[:8]} nummer {number}")

    begun = time.perf_counter()
    with ThreadPoolExecutor(clients) as pool:
        list(pool.map(work, zip(people, share, strict=True)))
    return people, time.perf_counter() - begun


def _load(home: House, clients: int, total: int) -> dict[str, float]:
    people, seconds = run(home, clients, total)
    whole = sorted(one for person in people for one in person.whole)
    each = sorted(one for person in people for one in person.seconds)
    figures = {
        "reports_per_second": round(total / seconds, 1),
        "report_p95_ms": round(whole[int(len(whole) * 0.95)] * 1000),
        "request_p95_ms": round(each[int(len(each) * 0.95)] * 1000, 1),
        "requests_per_report": round(len(each) / len(whole), 1),
        "lost": total - len(whole),
    }
    print(
        f"  {clients:>2} clients: {figures['reports_per_second']:>5} reports/s, "
        f"p95 of a request {figures['request_p95_ms']} ms, of a whole report "
        f"({figures['requests_per_report']:.0f} requests) {figures['report_p95_ms']} ms, "
        f"lost {figures['lost']}"
    )
    return figures


def memory(home: House) -> dict[str, int]:
    """Proportional memory (PSS) in MB of the web and the worker processes."""
    assert home.process is not None
    found = {"web": 0.0, "worker": 0.0}
    for process in psutil.Process(home.process.pid).children(recursive=True):
        kind = "web" if any("granian" in word for word in process.cmdline()) else "worker"
        found[kind] += process.memory_full_info().pss / 2**20
    return {kind: round(size) for kind, size in found.items()}


def _drained(home: House, patience: float = 300) -> float:
    """Seconds until the worker has opened every case."""
    begun = time.perf_counter()
    while time.perf_counter() - begun < patience:
        left = home.python("from django_q.models import OrmQ; print(OrmQ.objects.count())")
        if int(left) == 0:
            break
        time.sleep(1)
    return round(time.perf_counter() - begun, 1)
