"""How long is left of a deadline, in words a person reads at a glance."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

SOON = timedelta(hours=24)
MINUTES_A_DAY = 24 * 60


@dataclass(frozen=True)
class Remaining:
    """`state` is far, soon (within 24 hours) or overdue; `span` is the distance, never negative."""

    state: str
    span: timedelta

    @property
    def pattern(self) -> str:
        """The sentence around the span; the page's clock fills the same pattern."""
        return str(overdue_pattern() if self.state == "overdue" else left_pattern())

    def __str__(self) -> str:
        return self.pattern.replace("{}", span_words(self.span))


def left_pattern() -> str:
    """Pattern for time that is left."""
    return _("{} tilbage")


def overdue_pattern() -> str:
    """Pattern for time that has run out."""
    return _("{} over tiden")


def remaining(due: datetime, now: datetime) -> Remaining:
    """Both times aware; at the minute itself the deadline still holds."""
    left = due - now
    if left < timedelta():
        return Remaining("overdue", -left)
    return Remaining("soon" if left <= SOON else "far", left)


def span_words(span: timedelta) -> str:
    """Whole minutes in at most two neighbouring units: days and hours, or hours and minutes."""
    minutes = int(span.total_seconds() // 60)
    days, hours, rest = minutes // MINUTES_A_DAY, minutes % MINUTES_A_DAY // 60, minutes % 60
    parts = [
        (days, ngettext("%(n)d dag", "%(n)d dage", days) % {"n": days}),
        (hours, ngettext("%(n)d time", "%(n)d timer", hours) % {"n": hours}),
        (rest, ngettext("%(n)d minut", "%(n)d minutter", rest) % {"n": rest}),
    ]
    first = next((at for at, (count, _words) in enumerate(parts) if count), 2)
    pair = parts[first : first + 2]
    return " ".join(words for count, words in pair if count) or parts[2][1]
