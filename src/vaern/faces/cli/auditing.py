"""``vaern audit verify``."""

import click
from django_scopes import scope

from vaern.faces.cli.workplaces import all_workplaces, chosen
from vaern.ground.audit.actions import verify as walk
from vaern.ground.audit.models import AuditHead
from vaern.ground.people.models import Workplace

WHY = {
    "missing_or_reordered": "a row is missing or stands in another place",
    "not_linked": "it does not follow the row before it",
    "changed": "it was changed after it was written",
    "not_ours": "it was not written with our key",
    "head_not_ours": "the end of the record was moved by somebody without our key",
    "missing_at_end": "the rows from here on are gone",
}


def verify(name: str | None) -> int:
    """Walk one chain, or all; 0 when whole, 1 with the first bad row of each named."""
    workplaces = all_workplaces() if name is None else [chosen(name)]
    return max([_one(workplace) for workplace in workplaces], default=0)


def _one(workplace: Workplace) -> int:
    with scope(workplace=workplace):
        fault = walk(workplace=workplace)
        head = AuditHead.objects.filter(workplace=workplace).first()
    if fault is None:
        click.echo(f"{workplace.name}: the record is whole ({head.seq if head else 0} rows).")
        return 0
    click.echo(f"{workplace.name}: row {fault.seq} is bad: {WHY[fault.why]}.")
    return 1
