"""Asking the house as somebody, and seeing what came of it."""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, cast
from urllib.parse import quote

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from vaern.ground.people.models import Person

SIGNED_OUT = "out"
DOOR = "allauth.account.auth_backends.AuthenticationBackend"
WRITES = re.compile(r"^\s*(INSERT|UPDATE|DELETE|REPLACE|MERGE)\b", re.IGNORECASE)
NOT_A_CHANGE = ("django_session", "usersessions_usersession")
"""A session is renewed by asking; that is not a change of the house."""
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"')
OUTCOMES = {200: "ok", 404: "hidden", 405: "no", 410: "gone", 400: "bad", 403: "refused"}


@dataclass(frozen=True)
class Answer:
    """What came back, and which tables it wrote to before everything was rolled back."""

    status: int
    body: bytes
    location: str
    templates: tuple[str, ...]
    wrote: tuple[str, ...] = field(repr=False)

    @property
    def outcome(self) -> str:
        """In the words of the matrix."""
        if 300 <= self.status < 400:
            return "login" if self.location.startswith(reverse("account_login")) else "goes"
        return OUTCOMES.get(self.status, str(self.status))

    def without(self, *asked: str) -> tuple[int, str, str, tuple[str, ...]]:
        """All that can be seen from outside, apart from the CSRF token and what was asked for."""
        body, location = TOKEN.sub("", self.body.decode()), self.location
        for spelt in (way(one) for one in asked for way in (str, quote, _all_quoted)):
            body, location = body.replace(spelt, "?"), location.replace(spelt, "?")
        return self.status, body, location, self.templates


def _all_quoted(text: str) -> str:
    return quote(text, safe="")


class Visitors:
    """A browser for everybody, each signed in once."""

    def __init__(self, people: Mapping[str, Person]) -> None:
        self.sessions = {name: _session_of(person) for name, person in people.items()}

    def ask(
        self, who: str, method: str, path: str, body: Mapping[str, Any] | None = None
    ) -> Answer:
        """One request as ``who``; whatever it changed is rolled back."""
        client = Client(raise_request_exception=False)
        if who != SIGNED_OUT:
            client.cookies[settings.SESSION_COOKIE_NAME] = self.sessions[who]
        with transaction.atomic(), _writes() as wrote:
            send = client.post if method == "POST" else client.get
            response = cast(HttpResponse, send(path, dict(body or {})))
            content = b"".join(response) if response.streaming else response.content
            transaction.set_rollback(True)
        return Answer(
            status=response.status_code,
            body=content,
            location=response.get("Location", ""),
            templates=tuple(t.name or "" for t in getattr(response, "templates", ())),
            wrote=tuple(wrote),
        )


def _session_of(person: Person) -> str:
    client = Client()
    assert person.user is not None
    user = get_user_model().objects.get(pk=person.user.pk)
    client.force_login(user, backend=DOOR)
    return client.cookies[settings.SESSION_COOKIE_NAME].value


@contextmanager
def _writes() -> Iterator[list[str]]:
    """The writing statements sent to the database, each by its first words (no values)."""
    seen: list[str] = []

    def note(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        if WRITES.match(sql) and not any(table in sql[:120] for table in NOT_A_CHANGE):
            seen.append(" ".join(sql.split()[:3]))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield seen
