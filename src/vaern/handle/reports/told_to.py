"""Who is told about a report, by name: the manager, the working-environment rep and HR."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from vaern.ground.people.holders import holder
from vaern.ground.people.models import RoleCode
from vaern.handle.reports.models import Report

TOLD = (RoleCode.MANAGER, RoleCode.AMR, RoleCode.HR)


@dataclass(frozen=True)
class ToldTo:
    """A name, and the role the person is told in."""

    name: str
    role: str


def told_to(report: Report, on: date) -> list[ToldTo]:
    """Who acts for each role on that day; never the affected, the author or a named colleague."""
    if report.unit is None:
        return []
    insider = report.answers.get("internal_person")
    kept_out = {report.affected_id, report.author_id, UUID(insider) if insider else None} - {None}
    excluding = [pk for pk in kept_out if pk is not None]
    found = [
        (code, holder(code=code, unit=report.unit, on=on, excluding=excluding)) for code in TOLD
    ]
    return [ToldTo(held.owner.name, str(code.label)) for code, held in found if held]
