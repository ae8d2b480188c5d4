"""The deadlines of an episode: when each starts, when it ends, and whether it applies.

Rules and figures come from the list `deadlines`, read for the day of the episode.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from .answers import Deadline, Reason, Words
from .applying import Episode, Verdict, applies
from .because import because
from .entries import Entry, codes, latest
from .facts import Facts
from .reading import in_zone, with_offset

LAST_MINUTE = time(23, 59)
"""A report in EASY is timely until 23:59 on the last day; the other day deadlines follow it."""


@dataclass(frozen=True, slots=True)
class Clock:
    """When a deadline starts, may first be met, and ends. All None: the start is not known."""

    starts_at: datetime | None = None
    earliest_at: datetime | None = None
    due_at: datetime | None = None


def deadlines(facts: Facts, on: date) -> tuple[Deadline, ...]:
    """Every deadline, in the law data's order, whether it applies or not.

    The law is read for the day of the episode (`on` if not known); an absence that still goes
    on is counted up to `on`.
    """
    episode = Episode.of(facts, on)
    own = (c for c in codes("deadlines") if "replaces" not in latest("deadlines", c).more)
    return tuple(_deadline(episode, code) for code in own)


def _deadline(episode: Episode, code: str) -> Deadline:
    rule = episode.rule(code)
    if rule is None:
        return _written(code, latest("deadlines", code), Clock(), _no_rule(), confirmed=False)
    verdict, clock = applies(episode, code, rule), _clock(episode.facts, rule)
    notes = (*verdict.notes, *_notes(episode, rule, clock, due=verdict.applies))
    said = Verdict(verdict.applies, verdict.reason, notes)
    return _written(code, rule, clock, said, confirmed=rule.confirmed, aside=_aside(episode, rule))


def _no_rule() -> Verdict:
    return Verdict(False, because("no_rule"))


def _written(
    code: str,
    rule: Entry,
    clock: Clock,
    verdict: Verdict,
    *,
    confirmed: bool,
    aside: Words | None = None,
) -> Deadline:
    return Deadline(
        code=code,
        da=rule.da,
        en=rule.en,
        starts_at=clock.starts_at,
        due_at=clock.due_at,
        earliest_at=clock.earliest_at,
        statutory=rule.more["statutory"],
        confirmed=confirmed,
        applies=verdict.applies,
        reason=verdict.reason,
        note=_joined(rule, aside, verdict.notes),
        source=rule.source,
    )


def _joined(rule: Entry, aside: Words | None, notes: tuple[Reason, ...]) -> Words:
    """The rule's own note, then the unconfirmed change, then what these facts call for."""
    more: list[Words | Reason] = ([aside] if aside else []) + list(notes)
    return Words(
        " ".join([rule.more["note_da"], *(item.da for item in more)]),
        " ".join([rule.more["note_en"], *(item.en for item in more)]),
    )


def _aside(episode: Episode, rule: Entry) -> Words | None:
    """What an unconfirmed change would mean, where it is not the rule in use itself."""
    proposal = episode.proposal(rule.code)
    return Words(proposal.more["note_da"], proposal.more["note_en"]) if proposal else None


def _notes(episode: Episode, rule: Entry, clock: Clock, *, due: bool) -> list[Reason]:
    facts, starts, notes = episode.facts, rule.more["starts"], []
    if due and clock.due_at is None and rule.more["clock"] != "open":
        notes.append(because("needs_time"))
    if starts == "occurred" and facts.last_at and facts.last_at != facts.occurred_at:
        notes.append(because("series_from_first"))
    if starts in ("occurred", "last") and clock.starts_at and _first_of_two(facts, clock.starts_at):
        notes.append(because("first_of_two_hours"))
    if starts == "first_absence" and clock.due_at and not _first_absence(facts):
        notes.append(because("absence_start_assumed"))
    if starts == "last" and clock.due_at and facts.learned_at and facts.learned_at > clock.due_at:
        notes.append(because("learned_late"))
    return notes


def _first_of_two(facts: Facts, moment: datetime) -> bool:
    """Is it the earlier of two moments at which the workplace's clock shows the same?"""
    shown = moment.replace(tzinfo=ZoneInfo(facts.timezone))
    first, second = (shown.replace(fold=fold).utcoffset() for fold in (0, 1))
    if first is None or second is None:
        return False
    return first > second and moment.utcoffset() == first


def _clock(facts: Facts, rule: Entry) -> Clock:
    start = _start(facts, rule.more["starts"])
    if start is None or rule.more["clock"] == "open":
        return Clock()
    if rule.more["clock"] == "elapsed":
        # Both ends carry fixed offsets, so this is real time even when the clocks change.
        return Clock(
            start, None, in_zone(start + timedelta(hours=rule.more["hours"]), facts.timezone)
        )
    due = _at(facts, start.date() + timedelta(days=rule.more["days"]), LAST_MINUTE)
    wait = rule.more.get("earliest_days")
    earliest = _at(facts, start.date() + timedelta(days=wait), time()) if wait else None
    return Clock(start, earliest, due)


def _start(facts: Facts, starts: str) -> datetime | None:
    """Where the clock starts, as the workplace's clock shows it; a day starts at midnight."""
    if starts == "first_absence":
        day = _first_absence(facts)
        return _at(facts, day, time()) if day else _assumed_absence(facts)
    moment = {
        "occurred": facts.occurred_at,
        "last": facts.last_at or facts.occurred_at,
        "breach_known": facts.personal_data_breach_known_at,
    }.get(starts)
    return in_zone(moment, facts.timezone) if moment else None


def _first_absence(facts: Facts) -> date | None:
    return facts.absence.first_day if facts.absence else None


def _assumed_absence(facts: Facts) -> datetime | None:
    """Unfit, but since when is not stated: the day of the episode, which is never too late."""
    if not facts.incapacity_days or facts.occurred_at is None:
        return None
    return _at(facts, facts.local_day(facts.occurred_at), time())


def _at(facts: Facts, day: date, clock: time) -> datetime:
    """A time of day by the workplace's clock, which may skip it or show it twice that day.

    The end of the day then takes the later of two, or the last minute before the skip (in Nuuk
    the clocks change at 23); any other time the earlier of two, or the first minute after it.
    """
    shown = datetime.combine(day, clock, ZoneInfo(facts.timezone))
    instant = with_offset(shown.replace(fold=1 if clock == LAST_MINUTE else 0))
    return in_zone(instant, facts.timezone)
