"""Points in time are said as people say them."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.template import Context, Template

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
NOW = datetime(2026, 11, 25, 22, 0, tzinfo=COPENHAGEN)


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (datetime(2026, 11, 25, 23, 59, tzinfo=COPENHAGEN), "i dag kl. 23.59"),
        (datetime(2026, 11, 26, 0, 0, tzinfo=COPENHAGEN), "i morgen kl. 00.00"),
        (datetime(2026, 11, 25, 23, 30, tzinfo=ZoneInfo("UTC")), "i morgen kl. 00.30"),
        (datetime(2026, 11, 24, 7, 5, tzinfo=COPENHAGEN), "i går kl. 07.05"),
        (datetime(2026, 11, 27, 7, 5, tzinfo=COPENHAGEN), "fredag 27. november 2026 kl. 07.05"),
        (None, ""),
    ],
)
def test_near_days_have_their_names(at: datetime | None, words: str) -> None:
    with time_machine.travel(NOW, tick=False):
        said = Template("{% load vaern %}{{ at|soon }}").render(Context({"at": at}))
    assert said == words
