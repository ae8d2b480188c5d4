"""Filling in the report form the way a browser does: fetch a page, post it, go where it points."""

from typing import Any
from uuid import UUID

from django.test import Client
from django.urls import reverse

SCREENS: dict[str, dict[str, Any]] = {
    "hvad": {"kinds": ["threat"], "text": "Han skrev igen i aftes."},
    "hvor": {"channel": "sms", "channel_owner": "private", "when": "yesterday", "clock": "21:14"},
    "hvem": {"target": "one", "relation": "citizen", "sender": "+45 12 34 56 78", "work": "yes"},
    "bevis": {"pasted": "Jeg ved, hvor du bor."},
    "send": {"working_time": "outside"},
}


def begin(client: Client, **first: Any) -> UUID:
    """Answer the first screen; the id of the draft it made."""
    answer = client.post(reverse("reports:start"), {"danger": "no", "via": "self", **first})
    assert answer.status_code == 303, answer.content.decode()
    return UUID(answer.headers["Location"].split("/")[2])


def fill(client: Client, pk: UUID, slug: str, **other: Any) -> Any:
    """Post one screen with its usual answers and ``other`` ones; the response."""
    return client.post(reverse("reports:step", args=[pk, slug]), {**SCREENS[slug], **other})


def fill_all(client: Client, pk: UUID, **other: dict[str, Any]) -> Any:
    """Post every screen in order; the last response."""
    for slug in SCREENS:
        answer = fill(client, pk, slug, **other.get(slug, {}))
        assert answer.status_code == 303, (slug, answer.content.decode())
    return answer


def report_via_form(client: Client, first: dict[str, Any] | None = None, **other: Any) -> UUID:
    pk = begin(client, **(first or {}))
    fill_all(client, pk, **other)
    return pk
