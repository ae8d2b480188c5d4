"""An e-mail that does not come through: the others go out, and somebody hears of it."""

import socket
from datetime import timedelta

import pytest
import time_machine
from aiosmtpd.controller import Controller
from django.core import mail
from django.urls import reverse
from django.utils import timezone
from django_q.models import Schedule
from tests.house import Postbox

from vaern.config import settings as production
from vaern.faces.cli.ports import free_port
from vaern.ground.notify import jobs
from vaern.ground.notify.actions import tell
from vaern.ground.notify.models import EmailState, Notice
from vaern.ground.notify.rules import MOST
from vaern.ground.people import actions
from vaern.ground.people.models import Person
from vaern.ground.queue.drain import drain


def told(person: Person, once: str = "case:1") -> Notice:
    return tell(person=person, kind="case_for_you", path="/sager/1/", once=once)


@pytest.fixture
def postbox(settings):
    """A real mail server, which turns ``afvist…@`` away."""
    controller = Controller(Postbox(), hostname="127.0.0.1", port=free_port(3150))
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", controller.port
    yield controller.handler
    controller.stop()


def state(notice: Notice) -> str:
    return Notice.objects.get(pk=notice.pk).email_state


@pytest.mark.parametrize("address", ["linje\nskift@havneby.example", "æ" * 70 + "@æ..example"])
def test_an_address_that_cannot_be_written_keeps_nobody_elses_back(cast, postbox, address):
    bad, good = told(cast.mads), told(cast.rikke)
    Person.objects.filter(pk=cast.mads.pk).update(email=address)
    with time_machine.travel(timezone.now() + timedelta(minutes=20)):
        jobs.send_waiting()
    assert len(postbox.to(cast.rikke.email)) == 1
    assert state(good) == EmailState.SENT
    stored = Notice.objects.get(pk=bad.pk)
    assert (stored.email_state, stored.email_attempts) == (EmailState.WAITING, 1)
    assert stored.email_error
    assert stored.email_next_at


def test_without_an_address_it_counts_as_not_sent_and_is_shown(cast, as_person):
    Person.objects.filter(pk=cast.rikke.pk).update(email="")
    notice = told(Person.objects.get(pk=cast.rikke.pk))
    drain()
    assert not mail.outbox
    assert state(notice) == EmailState.NO_ADDRESS
    page = as_person(cast.karen).get(reverse("notify:undelivered")).content.decode()
    assert "Rikke Lund" in page
    assert "ingen adresse" in page
    assert reverse("people:person", args=[cast.rikke.pk]) in page


def test_an_address_that_is_not_known_is_given_up_at_once_and_told_of(cast, postbox, as_person):
    actions.change_person(person=cast.rikke, email="afvist.r@havneby.example", by=cast.karen)
    actions.change_person(person=cast.mads, email="afvist.m@havneby.example", by=cast.karen)
    for notice in (told(cast.rikke), told(cast.mads)):
        jobs.deliver(str(notice.pk))
        assert state(notice) == EmailState.FAILED
    heard = Notice.objects.get(kind="email_undelivered")
    assert heard.person == cast.karen
    karen = as_person(cast.karen)
    listed = karen.get(reverse("notify:follow", args=[heard.pk]), follow=True).content.decode()
    assert "Rikke Lund" in listed
    assert "Mads Holm" in listed
    shown = karen.get(reverse("people:person", args=[cast.rikke.pk])).content.decode()
    assert "1 e-mail kom ikke frem" in shown
    assert reverse("notify:undelivered") in shown


def test_what_was_read_in_the_app_needs_no_call(cast, as_person):
    notice = told(cast.rikke)
    Notice.objects.filter(pk=notice.pk).update(email_state=EmailState.FAILED)
    as_person(cast.rikke).get(reverse("notify:follow", args=[notice.pk]))
    page = as_person(cast.karen).get(reverse("notify:undelivered")).content.decode()
    assert "Rikke Lund" not in page


def test_sent_again_once_there_is_an_address(cast, as_person):
    actions.change_person(person=cast.rikke, email="", by=cast.karen)
    notice = told(cast.rikke)
    drain()
    actions.change_person(person=cast.rikke, email="rikke@havneby.example", by=cast.karen)
    as_person(cast.karen).post(reverse("notify:again", args=[notice.pk]))
    drain()
    assert state(notice) == EmailState.SENT
    assert mail.outbox[-1].to == ["rikke@havneby.example"]


def test_who_left_gets_none(cast):
    notice = told(cast.rikke)
    actions.close_person(person=cast.rikke, by=cast.karen)
    drain()
    assert state(notice) == EmailState.NONE
    assert not mail.outbox


def test_one_that_ends_the_worker_each_time_is_given_up(cast):
    notice = told(cast.rikke)
    Notice.objects.filter(pk=notice.pk).update(
        email_attempts=MOST, email_next_at=timezone.now() - timedelta(minutes=1)
    )
    jobs.send_waiting()
    assert state(notice) == EmailState.FAILED


def test_a_lost_job_is_made_up_for(cast):
    notice = told(cast.rikke)
    with time_machine.travel(timezone.now() + jobs.LOST + timedelta(minutes=1)):
        jobs.send_waiting()
    assert state(notice) == EmailState.SENT


def test_a_mail_server_that_says_nothing_is_not_waited_for(cast, settings):
    assert production.EMAIL_TIMEOUT == 5
    settings.EMAIL_TIMEOUT = 0.2
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    notice = told(cast.rikke)
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        settings.EMAIL_HOST, settings.EMAIL_PORT = silent.getsockname()
        jobs.deliver(str(notice.pk))
    stored = Notice.objects.get(pk=notice.pk)
    assert (stored.email_state, stored.email_error) == (
        EmailState.WAITING,
        "SMTPServerDisconnected",
    )


def test_the_mail_worker_looks_each_minute(db):
    jobs.ensure_schedules()
    schedule = Schedule.objects.get(func="vaern.ground.notify.jobs.send_waiting")
    assert (schedule.cluster, schedule.minutes) == ("mail", 1)
