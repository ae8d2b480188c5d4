"""``vaern judge`` and ``vaern deadlines``: the law's rules on facts, without the database."""

import json
from datetime import date, datetime
from typing import TextIO

import click

from vaern.faces.cli.json_out import written
from vaern.ground.law.facts import Facts
from vaern.ground.law.rules import judge as judged
from vaern.ground.law.timing import deadlines as timed


def judge(source: TextIO, on: str | None, as_json: bool) -> None:
    finding = judged(_facts(source), _day(on))
    if as_json:
        click.echo(written(finding.to_dict()))
        return
    for reason in finding.reasons:
        click.echo(f"- {reason.da}")


def deadlines(source: TextIO, on: str | None, as_json: bool) -> None:
    found = timed(_facts(source), _day(on))
    if as_json:
        click.echo(written([one.to_dict() for one in found]))
        return
    for one in found:
        due = one.due_at.isoformat(timespec="minutes") if one.due_at else "-"
        marks = "" if one.applies else "  (gælder ikke)"
        marks += "" if one.confirmed else "  (ikke bekræftet)"
        click.echo(f"{due}  {one.da}{marks}")


def _facts(source: TextIO) -> Facts:
    try:
        return Facts.from_dict(json.load(source))
    except RecursionError as error:
        raise click.ClickException("The facts cannot be used. They are nested too deep.") from error
    except ValueError as error:
        raise click.ClickException(f"The facts cannot be used. {error}") from error


def _day(text: str | None) -> date:
    if text is None:
        return datetime.now().astimezone().date()
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise click.ClickException(
            f"--on must be a date such as 2026-11-22, not {text}."
        ) from error
