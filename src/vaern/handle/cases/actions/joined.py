"""What is said of a report whose case was joined into another."""

from vaern.handle.cases.models import Case
from vaern.handle.cases.situation import NOT_HARASSMENT
from vaern.handle.plans.rules import level
from vaern.handle.reports.models import Report
from vaern.handle.triage.episode import Picture


def take_over_joined(case: Case, report: Report, seen: Picture, *, harassment: bool) -> bool:
    """The case the report had opened is as a person says; False if it opened ``case`` itself."""
    rows = Case.objects.filter(key=report.key).exclude(pk=case.pk)
    old = rows.select_related("key__parent").select_for_update(of=("self",)).first()
    if old is None:
        return False
    old.kinds, old.severity, old.urgency = list(seen.kinds), seen.severity, seen.urgency
    old.facts = {**old.facts, NOT_HARASSMENT: not harassment, "self_harm": seen.self_harm}
    old.save(update_fields=["kinds", "severity", "urgency", "facts"])
    return True


def gravest(one: Picture, other: Picture) -> Picture:
    """As grave and as urgent as the gravest of both."""
    return Picture(
        kinds=tuple(dict.fromkeys([*one.kinds, *other.kinds])),
        severity=max(one.severity, other.severity, key=level),
        urgency=max(one.urgency, other.urgency),
        self_harm=one.self_harm or other.self_harm,
    )
