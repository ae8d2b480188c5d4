"""The demo's story: names that exist, and times that never lie in the future."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vaern.faces.cli.demo import staffing
from vaern.faces.cli.demo.moments import moment, span
from vaern.faces.cli.demo.script import episodes
from vaern.faces.cli.demo.verbs import VERBS

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
days = st.dates(date(2026, 1, 1), date(2032, 1, 1))
moments = st.builds(datetime.combine, days, st.times(), st.just(COPENHAGEN))


@settings(max_examples=25, deadline=None)
@given(moments)
def test_nothing_is_told_from_the_future(now: datetime) -> None:
    for one in episodes(now):
        assert one.at.astimezone(UTC) <= now.astimezone(UTC)
        assert all(deed.at.astimezone(UTC) <= now.astimezone(UTC) for deed in one.deeds)


def test_the_script_names_people_and_deeds_that_exist() -> None:
    names = {row["name"] for unit in staffing.data()["unit"] for row in unit["people"]}
    for one in episodes(datetime.now(COPENHAGEN)):
        named = {one.author, one.affected, one.internal, *(deed.by for deed in one.deeds)}
        assert named - {""} <= names
        assert {deed.do for deed in one.deeds} <= set(VERBS)


@given(moments, st.integers(0, 400), st.times())
def test_a_day_back_is_the_same_clock(now: datetime, days: int, clock: time) -> None:
    then = moment(f"-{days}d {clock:%H:%M}", now)
    assert (now.date() - then.date()).days == days
    assert f"{then:%H:%M}" == f"{clock:%H:%M}"


@pytest.mark.parametrize("text", ["", "-", "55m", "-1d", "-1d 25:00", "- 5m", "-5m 2h"])
def test_other_times_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        moment(text, datetime.now(COPENHAGEN))


def test_spans() -> None:
    assert span("2d 4h") == timedelta(days=2, hours=4)
    with pytest.raises(ValueError, match="is not a span"):
        span("")
