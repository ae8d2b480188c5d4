from datetime import UTC, date, datetime

from vaern.ground.people.calendar import holidays_of, is_open


def test_public_holidays_by_law_and_only_those(cast):
    days = holidays_of(cast.workplace, 2026)
    assert {date(2026, 4, 3), date(2026, 12, 25)} <= days
    assert date(2026, 6, 5) not in days
    assert date(2026, 5, 1) not in days  # Store bededag and 1 May are working days


def test_own_closed_days_once_and_every_year(cast):
    cast.workplace.closed_days = ["2026-06-05", "12-24", "02-29"]
    assert {date(2026, 6, 5), date(2026, 12, 24)} <= holidays_of(cast.workplace, 2026)
    assert date(2027, 6, 5) not in holidays_of(cast.workplace, 2027)
    assert date(2027, 12, 24) in holidays_of(cast.workplace, 2027)


def test_a_workplace_open_on_public_holidays(cast):
    cast.workplace.public_holidays = False
    assert holidays_of(cast.workplace, 2026) == set()


def test_open_by_the_clock_on_the_wall(cast):
    assert is_open(cast.workplace, datetime(2026, 11, 23, 7, 0, tzinfo=UTC))  # 8.00, winter time
    assert is_open(cast.workplace, datetime(2026, 7, 6, 6, 0, tzinfo=UTC))  # 8.00, summer time
    assert not is_open(cast.workplace, datetime(2026, 7, 6, 14, 0, tzinfo=UTC))  # 16.00
    assert not is_open(cast.workplace, datetime(2026, 11, 22, 11, 0, tzinfo=UTC))  # a Sunday
