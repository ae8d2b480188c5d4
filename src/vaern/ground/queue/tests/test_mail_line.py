"""E-mail waits in a line of its own: a mail server that never answers holds nothing else up."""

import socket
import time
from collections.abc import Iterator

import pytest
from tests.house import House, house

LETTERS = """
from django_scopes import scopes_disabled
from vaern.ground.people import actions, letters
from vaern.ground.people.models import Person
from vaern.ground.queue.actions import enqueue
with scopes_disabled():
    for person in Person.objects.all():
        actions.invite(person=person, by=None)
    letters.ask_for_link(email=person.email, origin="192.0.2.1")
enqueue("vaern.ground.audit.jobs.note_ends")
"""
WAITING = """
from django_q.models import OrmQ
print(*OrmQ.objects.values_list("key", flat=True))
"""


@pytest.fixture
def silent() -> Iterator[int]:
    """The port of a mail server that takes the call and says nothing."""
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        yield server.getsockname()[1]


def waiting(place: House) -> list[str]:
    return place.python(WAITING).split()


def test_a_silent_mail_server_holds_up_e_mail_only(silent: int) -> None:
    with house("sqlite", VAERN_SMTP_URL=f"smtp://127.0.0.1:{silent}", VAERN_WORKERS="1") as place:
        place.python(LETTERS)
        assert waiting(place) == ["mail"] * 8 + ["vaern"]
        place.start(web_workers=1)
        until = time.monotonic() + 15
        while "vaern" in waiting(place) and time.monotonic() < until:
            time.sleep(0.5)
        assert set(waiting(place)) == {"mail"}


def test_the_mail_worker_takes_the_letters() -> None:
    with house("sqlite") as place:
        place.python(LETTERS)
        place.start(web_workers=1)
        until = time.monotonic() + 20
        while len(place.post.mails) < 8 and time.monotonic() < until:
            time.sleep(0.2)
        assert len(place.post.mails) == 8
