"""E-mail reveals nothing, is sent once, tried again when the server is away, then shown."""

from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from vaern.ground.notify import jobs
from vaern.ground.notify.actions import tell
from vaern.ground.notify.kinds import KINDS
from vaern.ground.notify.models import EmailState, Notice
from vaern.ground.notify.rules import WAITS
from vaern.ground.people import actions as people
from vaern.ground.queue.drain import drain


@pytest.fixture
def notice(cast):
    return tell(person=cast.mads, kind="case_for_you", path="/sager/1/", once="case:1")


def test_the_same_occasion_is_told_once(cast, notice):
    assert tell(person=cast.mads, kind="case_for_you", path="/sager/1/", once="case:1") == notice
    drain()
    assert len(mail.outbox) == 1


def test_a_job_delivered_twice_sends_one_email(notice):
    jobs.deliver(str(notice.pk))
    jobs.deliver(str(notice.pk))
    assert len(mail.outbox) == 1
    assert Notice.objects.get().email_state == EmailState.SENT


def test_the_email_names_nobody_and_quotes_nothing(cast, notice):
    drain()
    text = f"{mail.outbox[0].subject} {mail.outbox[0].body}"
    assert "/sager/1/" in text
    for word in ("Mads", "Rikke", "Havneby", "trussel", "chikane"):
        assert word not in text


@pytest.mark.parametrize("kind", KINDS)
def test_no_kind_says_what_happened(kind):
    words = f"{KINDS[kind].title} {KINDS[kind].line}".lower()
    assert not any(word in words for word in ("chikane", "trus", "vold", "politi", "sygem"))


def test_a_lost_mail_server_is_tried_again_and_then_shown(notice, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_PORT = 9  # nothing answers there
    now = timezone.now()
    for wait in (timedelta(0), *WAITS):
        now += wait + timedelta(minutes=3)
        with time_machine.travel(now, tick=False):
            jobs.send_waiting()
            drain()
    stored = Notice.objects.get(pk=notice.pk)
    assert stored.email_state == EmailState.FAILED
    assert stored.email_attempts == len(WAITS) + 1
    assert stored.email_error == "ConnectionRefusedError"


def test_what_could_not_be_delivered_shows_to_those_who_look_after_the_person(
    cast, as_person, notice
):
    Notice.objects.update(email_state=EmailState.FAILED)
    school = people.add_unit(workplace=cast.workplace, name="Skolen", parent=cast.top, by=None)
    for unit, shown in ((school, False), (cast.unit, True), (cast.top, True)):
        role = people.give_role(person=cast.jonas, unit=unit, code="hr", by=None)
        client = as_person(cast.jonas)
        page = client.get(reverse("notify:undelivered")).content.decode()
        assert ("Mads Holm" in page) == shown
        client.post(reverse("notify:again", args=[notice.pk]))
        assert Notice.objects.filter(email_state=EmailState.WAITING).exists() == shown
        Notice.objects.update(email_state=EmailState.FAILED)
        people.take_role(role=role, by=None)


def test_a_refused_welcome_is_told_to_those_who_look_after_the_person(cast):
    school = people.add_unit(workplace=cast.workplace, name="Skolen", parent=cast.top, by=None)
    people.give_role(person=cast.jonas, unit=school, code="administrator", by=None)
    people.give_role(person=cast.henrik, unit=cast.unit, code="administrator", by=None)
    jobs.welcome_refused(str(cast.rikke.pk))
    assert {notice.person for notice in Notice.objects.all()} == {cast.karen, cast.henrik}
