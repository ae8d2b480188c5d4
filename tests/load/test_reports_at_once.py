"""Two hundred reports by 32 clients at once: none lost, none twice, the record whole."""

import json

import pytest
from benchmarks.reports import run

from tests.house import PASSWORD, house

COUNT = """
import json
from django_scopes import scopes_disabled
from vaern.handle.reports.models import Report
from vaern.handle.cases.models import Case, CaseReport
from vaern.handle.evidence.models import Item
from django_q.models import OrmQ
with scopes_disabled():
    print(json.dumps({
        "sent": [str(pk) for pk in Report.objects.exclude(sent_at=None).values_list("pk", flat=True)],
        "cases": Case.objects.count(),
        "in_case": CaseReport.objects.count(),
        "numbers": len(set(Case.objects.values_list("workplace", "year", "number"))),
        "evidence": Item.objects.count(),
        "waiting": OrmQ.objects.count(),
    }))
"""

DRAIN = """
from vaern.ground.queue.drain import drain
drain()
"""


@pytest.mark.load
def test_nothing_is_lost_when_32_people_report_at_once():
    with house() as home:
        home.python(f"from tests.house import seed_employees; seed_employees(32, {PASSWORD!r})")
        home.start()
        people, _seconds = run(home, clients=32, total=200)
        acknowledged = [name for person in people for name in person.sent]
        home.stop()
        home.python(DRAIN)
        found = json.loads(home.python(COUNT))
        assert len(set(acknowledged)) == 200
        assert set(found["sent"]) == set(acknowledged)
        assert found["cases"] == found["in_case"] == found["numbers"] == 200
        assert found["evidence"] == 200
        assert found["waiting"] == 0
        verified = home.vaern("audit", "verify")
        assert verified.returncode == 0, verified.stdout
