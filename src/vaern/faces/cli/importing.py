"""``vaern import``: each file goes the whole way at once, from sealed evidence to an open case."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click
from django.conf import settings
from django.utils import translation
from django_scopes import scope

from vaern.faces.cli.json_out import written
from vaern.faces.cli.progress import Progress
from vaern.faces.cli.workplaces import chosen
from vaern.ground.people.models import Workplace
from vaern.ground.queue.drain import newest, take_away
from vaern.handle.cases.jobs import open_for
from vaern.handle.cases.models import Case
from vaern.handle.inbox.actions import Received, receive
from vaern.handle.inbox.models import Message
from vaern.handle.inbox.summary import message_facts
from vaern.handle.reports.jobs import take_in
from vaern.handle.reports.models import Report, Status
from vaern.handle.triage.access import suggestion_of
from vaern.handle.triage.jobs import consider

MEGABYTE = 1024 * 1024


def run(files: Sequence[Path], workplace: str | None, as_json: bool) -> bool:
    """Take in each file and print what became of it; True when any was rejected."""
    place, progress = chosen(workplace), Progress(len(files), "files")
    with scope(workplace=place), translation.override("en"), progress:
        for path in files:
            answer = _answer(path, place)
            progress.make_room()
            click.echo(written(answer) if as_json else _line(answer))
            progress.count(answer["status"])
    return progress.states["rejected"] > 0


def _answer(path: Path, workplace: Workplace) -> dict[str, Any]:
    """One file's answer, with every key of the documented form."""
    answer: dict[str, Any] = {"file": str(path), "status": "rejected", "report": None}
    answer |= dict.fromkeys(("case", "message", "finding", "assessment", "error"))
    before = newest()
    try:
        received = receive(workplace=workplace, name=path.name, data=_read(path), by=None)
    except ValueError as error:
        return answer | {"error": str(error)}
    if received.message is None:
        return answer | {"error": _why(received)}
    answer |= {"status": received.status} | _became(received.message)
    take_away(_done_here(answer, received.message), after=before)
    return answer


def _read(path: Path) -> bytes:
    """The file's bytes. Raises ValueError that says what to do."""
    most = settings.VAERN_MAX_FILE_MB
    try:
        if path.is_dir():
            raise ValueError("This is a folder. Name the .eml files in it, e.g. folder/*.eml.")
        if path.stat().st_size > most * MEGABYTE:
            raise ValueError(
                f"The file is larger than {most} MB. Raise VAERN_MAX_FILE_MB to take it in."
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise ValueError("There is no such file. Check the name.") from error
    except OSError as error:
        raise ValueError("The file cannot be read. Check that this account may read it.") from error


def _why(received: Received) -> str:
    if received.error == "empty":
        return "The file is empty. Save the message again and import it once more."
    return received.words


def _became(message: Message) -> dict[str, Any]:
    report = _carried_through(message)
    suggestion = suggestion_of(report)
    case = Case.objects.filter(casereports__report=report).first()
    return {
        "report": str(report.pk),
        "case": case.reference if case else None,
        "message": message_facts(message),
        "finding": suggestion.finding if suggestion else None,
        "assessment": suggestion.assessment if suggestion else None,
    }


def _carried_through(message: Message) -> Report:
    """Do here and now what a worker would do with the message: it may be doing the same."""
    take_in(str(message.pk))
    report = Report.objects.get(message=message)
    if report.status == Status.RECEIVED:
        consider(str(report.pk))
        report.refresh_from_db()
    if report.status == Status.JUDGED:
        open_for(str(report.pk))
    return Report.objects.select_related("key__parent", "workplace__key").get(pk=report.pk)


def _done_here(answer: dict[str, Any], message: Message) -> set[tuple[str, str]]:
    report = str(answer["report"])
    return {
        ("vaern.handle.reports.jobs.take_in", str(message.pk)),
        ("vaern.handle.triage.jobs.consider", report),
        ("vaern.handle.cases.jobs.open_for", report),
    }


def _line(answer: dict[str, Any]) -> str:
    """One line for people: what became of the file, in neutral words."""
    start = f"{click.format_filename(answer['file'])}: {answer['status']}"
    if answer["error"]:
        return f"{start}. {answer['error']}"
    if answer["case"] is None:
        return f"{start}, no case{_doubt(answer['assessment'])}"
    return f"{start}, case {answer['case']} (urgency {answer['assessment']['urgency']})"


def _doubt(assessment: dict[str, Any] | None) -> str:
    """Why a person should look at it all the same, as the engine's code."""
    return f", unsure ({assessment['unsure_why']})" if assessment and assessment["unsure"] else ""
