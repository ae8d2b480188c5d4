"""``vaern assess``: free of the database, so that it starts fast and reads from a pipe."""

import json
import sys
from collections.abc import Iterator
from typing import Any, NoReturn, TextIO

import click

from vaern.faces.cli.json_out import written
from vaern.faces.cli.starting import say
from vaern.handle.triage import Assessment, assess
from vaern.handle.triage.words import summary

CHUNK = 1 << 16
LIKE_THIS = '{"id": 1, "text": "…"}'


class BadLine(ValueError):
    """A line that is not a message; its text says why."""


def one(source: TextIO, *, as_json: bool) -> None:
    """Assess the one text on ``source``."""
    found = assess(source.buffer.read().decode("utf-8", "replace"))
    if as_json:
        click.echo(written({"id": None, **found.to_dict()}))
    else:
        _tell(found)


def _tell(found: Assessment) -> None:
    click.echo(summary(found, "da"))
    for kind in found.kinds:
        click.echo(f"  {kind.kind:<10} {kind.score:.2f}")


def lines(source: TextIO) -> int:
    """Assess each line's text and write one answer a message; how many lines were bad.

    A bad line is named on standard error, and the rest goes on.
    """
    number = bad = 0
    for batch in _batches(source):
        for line in batch:
            number += 1
            try:
                answer = _answer(line.decode("utf-8", "replace"), number)
            except BadLine as error:
                say(f"Line {number} {error}")
                bad += 1
            else:
                sys.stdout.write(answer)
        sys.stdout.flush()
    return bad


def _batches(source: TextIO) -> Iterator[list[bytes]]:
    """Lines as they come in: all that have arrived, so that no answer waits for the next question."""
    stream, parts = source.buffer, list[bytes]()
    while chunk := stream.read1(CHUNK):  # type: ignore[attr-defined]
        head, newline, tail = chunk.rpartition(b"\n")
        if newline:
            yield b"".join([*parts, head]).split(b"\n")
            parts = [tail]
        else:
            parts.append(chunk)
    if any(parts):
        yield [b"".join(parts)]


def _answer(line: str, number: int) -> str:
    """The answer to one line, or nothing for an empty one. Raises :class:`BadLine`."""
    line = line.lstrip("\ufeff") if number == 1 else line
    if not line.strip():
        return ""
    row = _read(line)
    text = row.get("text")
    if not isinstance(text, str):
        raise BadLine(f'has no "text", or one that is not a string: {LIKE_THIS}.')
    return written({"id": row.get("id", number), **assess(text).to_dict()}) + "\n"


def _read(line: str) -> dict[str, Any]:
    try:
        row = json.loads(line, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise BadLine(f"is not JSON. Write {LIKE_THIS}.") from error
    if not isinstance(row, dict):
        raise BadLine(f"is not an object. Write {LIKE_THIS}.")
    return row


def _no_number(text: str) -> NoReturn:
    raise ValueError(text)
