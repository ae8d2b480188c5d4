"""Addresses and answers of the case's pages, as the tests of the screens use them."""

from typing import Any

from django.test import Client
from django.urls import reverse

from vaern.handle.cases.models import Case, Task


def at(name: str, case: Case, **more: Any) -> str:
    """The address of one of the case's pages."""
    return reverse(f"cases:{name}", kwargs={"pk": case.pk, **more})


def text_of(client: Client, address: str) -> str:
    """The page's HTML; it must be there."""
    answer = client.get(address)
    assert answer.status_code == 200, (address, answer.status_code)
    return answer.content.decode()


def do(client: Client, task: Task, what: str, **given: str) -> Any:
    """Send one of the forms of a step's page."""
    prefix = {"done": "done", "not_relevant": "out", "reassign": "owner", "comment": "comment"}
    fields = {f"{prefix.get(what)}-{name}": value for name, value in given.items()}
    return client.post(reverse("cases:task", args=[task.pk]), {"do": what, **fields})
