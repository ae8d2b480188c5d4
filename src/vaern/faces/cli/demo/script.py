"""The demo's invented episodes: one file each in ``data/episodes``, read and checked."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from importlib.resources import files
from typing import Any

from vaern.faces.cli.demo.moments import later, moment, span
from vaern.faces.cli.demo.pictures import Screenshot

MOMENTS = ("occurred_at", "learned_at", "last_at")


@dataclass(frozen=True)
class Mail:
    """A message from outside, as it lay in the mailbox."""

    name: str
    address: str
    to: str
    sent: datetime
    subject: str
    text: str


@dataclass(frozen=True)
class Deed:
    """What somebody at the workplace did with an episode, and when.

    ``do`` names one of the verbs in ``playing``; ``more`` is what that verb needs.
    """

    at: datetime
    by: str
    do: str
    more: Mapping[str, Any]


@dataclass(frozen=True)
class Episode:
    """One episode and all that was done about it. People are named by their names.

    ``at`` is when it reached the workplace. ``internal`` is the colleague who was the sender.
    A draft was left at the screen ``stop_at``.
    """

    code: str
    at: datetime
    via: str
    author: str = ""
    affected: str = ""
    text: str = ""
    sender: str = ""
    internal: str = ""
    stop_at: str = ""
    answers: Mapping[str, Any] = field(default_factory=dict)
    pictures: Sequence[tuple[str, Screenshot]] = ()
    mail: Mail | None = None
    deeds: Sequence[Deed] = ()


def episodes(now: datetime) -> Iterator[Episode]:
    """Every episode with its times worked out from ``now`` (aware, the workplace's time zone)."""
    folder = files(__package__) / "data" / "episodes"
    for file in sorted(folder.iterdir(), key=lambda one: one.name):
        if file.name.endswith(".toml"):
            raw = tomllib.loads(file.read_text(encoding="utf-8"))
            yield _episode(file.name.removesuffix(".toml"), raw, now)


def _episode(code: str, raw: dict[str, Any], now: datetime) -> Episode:
    at = moment(raw.pop("at"), now)
    deeds = [_deed(row, at) for row in raw.pop("then", [])]
    pictures = [(row.pop("name"), Screenshot(**row)) for row in raw.pop("picture", [])]
    mail = raw.pop("mail", None)
    return Episode(
        code=code,
        at=at,
        deeds=deeds,
        pictures=pictures,
        mail=Mail(**{**mail, "sent": moment(mail["sent"], now)}) if mail else None,
        answers=_answers(raw.pop("answers", {}), now),
        **raw,
    )


def _deed(row: dict[str, Any], start: datetime) -> Deed:
    return Deed(later(start, span(row.pop("after"))), row.pop("by"), row.pop("do"), row)


def _answers(raw: dict[str, Any], now: datetime) -> dict[str, Any]:
    """The answers in the form a report keeps: times as ISO, days of absence as dates."""
    times = {name: moment(raw[name], now).isoformat() for name in MOMENTS if name in raw}
    away = {day: _day(text, now) for day, text in raw.get("absence", {}).items()}
    return {**raw, **times, **({"absence": away} if away else {})}


def _day(text: str, now: datetime) -> str:
    return moment(f"{text} 12:00", now).date().isoformat()
