"""Facts for the tests: Rikke's usual episode, and hypothesis strategies for any episode."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from vaern.ground.law.entries import codes
from vaern.ground.law.facts import LIST_OF, Absence, Facts
from vaern.ground.law.rules import deadlines

TODAY = date(2026, 11, 22)


def rikkes(**changes: Any) -> Facts:
    """A citizen threatens Rikke by text message after a refusal."""
    usual: dict[str, Any] = {
        "kinds": ["threat"],
        "channel": "sms",
        "channel_owner": "workplace",
        "relation": "citizen",
        "trigger": "refusal",
        "occurred_at": "2026-11-20T15:40:00+01:00",
    }
    return Facts.from_dict(usual | changes)


def deadline(code: str, facts: Facts, on: date = TODAY):
    return next(d for d in deadlines(facts, on) if d.code == code)


days = st.dates(date(2016, 6, 1), date(2040, 12, 31))
offsets = st.integers(-12 * 60, 14 * 60).map(lambda m: timezone(timedelta(minutes=m)))
moments = st.builds(datetime.combine, days, st.times(), offsets)
zones = st.sampled_from(
    ["Europe/Copenhagen", "America/Nuuk", "Atlantic/Faroe", "Australia/Lord_Howe", "UTC"]
)
known = st.none() | st.booleans()


@st.composite
def absences(draw, since: date) -> Absence:
    first = draw(st.none() | st.dates(since, max(since, date(2040, 12, 31))))
    last = None if first is None else draw(st.none() | st.dates(first, date(2041, 1, 1)))
    return Absence(first, last)


@st.composite
def facts(draw) -> Facts:
    """Any episode that could be stated."""
    coded = {name: draw(st.none() | st.sampled_from(codes(li))) for name, li in LIST_OF.items()}
    first, zone = draw(st.none() | moments), draw(zones)
    day = first.astimezone(ZoneInfo(zone)).date() if first else date(2016, 6, 1)
    length = draw(st.timedeltas(timedelta(0), timedelta(days=400)))
    return Facts(
        kinds=tuple(draw(st.lists(st.sampled_from(codes("kinds")), max_size=4, unique=True))),
        work_connection=draw(known),
        working_time=draw(st.sampled_from([None, "inside", "outside"])),
        occurred_at=first,
        learned_at=draw(st.none() | moments),
        last_at=None if first is None or draw(st.booleans()) else first.astimezone(UTC) + length,
        timezone=zone,
        public_service=draw(known),
        absence=draw(st.none() | absences(day)),
        incapacity_days=draw(st.none() | st.integers(0, 500)),
        expects_compensation=draw(known),
        personal_data_breach_known_at=draw(st.none() | moments),
        options=draw(st.sampled_from([{}, {"l31_2026": True}, {"l31_2026": False}])),
        **coded,
    )
