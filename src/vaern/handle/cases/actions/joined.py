"""What is said of a report whose case was joined into another."""

from collections.abc import Mapping
from typing import Any

from vaern.handle.cases.models import Case
from vaern.handle.cases.weighing import opened_by
from vaern.handle.reports.models import Report
from vaern.handle.triage.episode import Picture


def take_over_joined(case: Case, report: Report, seen: Picture, said: Mapping[str, Any]) -> bool:
    """The case the report had opened is as ``seen`` and ``said`` have it.

    False if the report opened ``case`` itself.
    """
    old = opened_by(case, report)
    if old is case:
        return False
    old.kinds, old.severity, old.urgency = list(seen.kinds), seen.severity, seen.urgency
    old.facts = {**old.facts, **said, "self_harm": seen.self_harm}
    old.save(update_fields=["kinds", "severity", "urgency", "facts"])
    return True
