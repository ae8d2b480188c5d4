"""``vaern assess``: free of the database, so that it starts fast and reads from a pipe."""

import json
from collections.abc import Iterator
from typing import TextIO

import click

from vaern.handle.triage import Assessment, assess
from vaern.handle.triage.words import summary


def run(source: TextIO, *, as_json: bool, ndjson: bool) -> None:
    """Assess the one text on ``source``, or each line's, and print one answer a message."""
    for name, text in _lines(source) if ndjson else [(None, source.read())]:
        found = assess(text)
        if as_json:
            click.echo(json.dumps({"id": name, **found.to_dict()}, ensure_ascii=False))
        else:
            _tell(found)


def _lines(source: TextIO) -> Iterator[tuple[object, str]]:
    for number, line in enumerate(source, start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            name, text = row.get("id", number), row["text"]
        except (ValueError, KeyError, AttributeError, TypeError) as error:
            raise click.ClickException(
                f'Line {number} is not an object with "text": {{"id": 1, "text": "…"}}.'
            ) from error
        if not isinstance(text, str):
            raise click.ClickException(f'Line {number}: "text" must be a string.')
        yield name, text


def _tell(found: Assessment) -> None:
    click.echo(summary(found, "da"))
    for one in found.kinds:
        click.echo(f"  {one.kind:<10} {one.score:.2f}")
