"""``vaern audit verify``."""

from typing import Any

import click
from django_scopes import scope

from vaern.faces.cli.json_out import written
from vaern.faces.cli.workplaces import all_workplaces, chosen
from vaern.ground.audit import rules
from vaern.ground.audit.actions import Walk, walk
from vaern.ground.audit.jobs import note_ends
from vaern.ground.people.models import Workplace

WHY: dict[rules.Why, str] = {
    "missing_or_reordered": "a row is missing or stands in another place",
    "not_linked": "it does not follow the row before it",
    "changed": "it was changed after it was written",
    "not_ours": "it was not written with our key",
    "head_not_ours": "the end of the record was moved by somebody without our key",
    "missing_at_end": "the rows from here on are gone",
    "beyond_end": "it stands behind the end of the record",
    "before_anchor": "the rows from here on are gone, or an older copy of the database was put back",
    "not_as_anchored": "it is another than the one that was noted outside the database",
    "anchor_not_ours": "the note outside the database was changed by somebody without our key",
}


def verify(name: str | None, as_json: bool) -> int:
    """Walk one chain, or all; 0 when whole, 1 with the first bad row of each named."""
    workplaces = all_workplaces() if name is None else [chosen(name)]
    whole = [_one(workplace, as_json) for workplace in workplaces]
    note_ends()
    return 0 if all(whole) else 1


def _one(workplace: Workplace, as_json: bool) -> bool:
    try:
        with scope(workplace=workplace):
            found = walk(workplace=workplace)
    except OSError as error:
        raise click.ClickException(
            f"We may not read {error.filename}, which the record is held against. Run this as the "
            "account that runs Værn."
        ) from error
    row = _row(workplace, found)
    click.echo(written(row) if as_json else _line(row))
    return found.fault is None


def _row(workplace: Workplace, found: Walk) -> dict[str, Any]:
    fault = found.fault
    return {
        "workplace": str(workplace.pk),
        "name": workplace.name,
        "whole": fault is None,
        "rows": found.rows,
        "fault": {"row": fault.seq, "code": fault.why, "words": WHY[fault.why]} if fault else None,
        "noted": found.noted,
    }


def _line(row: dict[str, Any]) -> str:
    fault = row["fault"]
    if fault:
        return f"{row['name']}: row {fault['row']} is bad: {fault['words']}."
    return f"{row['name']}: the record is whole ({row['rows']} rows)."
