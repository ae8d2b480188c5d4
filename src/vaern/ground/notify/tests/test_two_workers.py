"""Two workers with the same e-mail at the same moment send it once."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from aiosmtpd.controller import Controller
from conftest import make_cast
from django.db import connections
from django_scopes import scope
from tests.house import Postbox

from vaern.faces.cli.ports import free_port
from vaern.ground.notify import jobs
from vaern.ground.notify.actions import tell
from vaern.ground.notify.models import EmailState, Notice

WORKERS = 4


class SlowPostbox(Postbox):
    """Takes its time, so that all workers are at it together."""

    def handle_message(self, message: object) -> None:
        time.sleep(0.3)
        super().handle_message(message)


@pytest.fixture
def post(settings) -> Iterator[Postbox]:
    controller = Controller(SlowPostbox(), hostname="127.0.0.1", port=free_port(3350))
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", controller.port
    yield controller.handler
    controller.stop()


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("file_database")
def test_one_email_goes_out(post: Postbox) -> None:
    cast = make_cast()
    with scope(workplace=cast.workplace):
        notice = tell(person=cast.mads, kind="case_for_you", path="/sager/1/", once="case:1")
    gate = Barrier(WORKERS)

    def work(_: int) -> None:
        try:
            gate.wait()
            jobs.deliver(str(notice.pk))
        finally:
            connections.close_all()

    with ThreadPoolExecutor(WORKERS) as pool:
        list(pool.map(work, range(WORKERS)))
    assert len(post.mails) == 1
    with scope(workplace=cast.workplace):
        stored = Notice.objects.get(pk=notice.pk)
    assert (stored.email_state, stored.email_attempts) == (EmailState.SENT, 1)
