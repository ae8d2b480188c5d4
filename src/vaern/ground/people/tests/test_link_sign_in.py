"""Signing in by a one-time link in an e-mail."""

import re
from datetime import timedelta

import pytest
import time_machine
from aiosmtpd.controller import Controller
from django.core import mail
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import lazy
from django.utils.translation import get_language
from tests.house import Postbox

from vaern.config.mail import goes_out
from vaern.faces.cli.ports import free_port
from vaern.ground.audit.models import AuditRow
from vaern.ground.notify.models import Notice
from vaern.ground.people import actions, jobs, letters, limits
from vaern.ground.queue.drain import drain

ASK = "people:link_ask"


def ask(email: str, client: Client | None = None, **more: str):
    return (client or Client()).post(reverse(ASK), {"email": email, **more})


def link_in_mail() -> str:
    drain()
    found = re.search(r"https?://[^/\s]+(/\S+)", str(mail.outbox[-1].body))
    assert found
    return found[1]


@pytest.fixture
def link(cast) -> str:
    ask(cast.rikke.email)
    return link_in_mail()


def test_known_and_unknown_addresses_are_answered_alike(cast):
    known, unknown = ask(cast.rikke.email), ask("nobody@havneby.example")
    assert known["Location"] == unknown["Location"] == reverse("people:link_sent")
    drain()
    assert [message.to for message in mail.outbox] == [[cast.rikke.email]]


@pytest.mark.parametrize("goes_out", [True, False])
def test_where_no_mail_goes_out_no_letter_waits(cast, settings, goes_out):
    settings.MAIL_GOES_OUT = goes_out
    letters.tell_of_new_place(cast.rikke.user, "192.0.2.7")
    drain()
    assert bool(mail.outbox) == goes_out


@pytest.mark.parametrize("page", [ASK, "people:link_sent", "account_reset_password"])
def test_a_demo_promises_no_link(client, settings, page):
    promised = client.get(reverse(page)).content.decode()
    settings.MAIL_GOES_OUT = False
    said = client.get(reverse(page)).content.decode()
    assert "Demoen sender ingen e-mails" in said
    assert "Demoen sender ingen e-mails" not in promised
    assert "Så sender vi" not in said
    assert "et link på vej" not in said


@pytest.mark.parametrize(("mode", "server", "goes"), [
    ("demo", "", False), ("demo", "smtp://mail.example", True), ("production", "", True),
])  # fmt: skip
def test_a_demo_sends_only_through_a_server_that_is_named(monkeypatch, mode, server, goes):
    monkeypatch.setenv("VAERN_SMTP_URL", server)
    assert goes_out(mode) is goes


def test_the_letter_names_nobody_and_not_what_it_is_about(link):
    text = mail.outbox[0].subject + str(mail.outbox[0].body)
    for word in ("Rikke", "Lund", "Havneby", "chikane", "sag"):
        assert word not in text


def test_looking_at_the_link_does_not_use_it_up(client, link):
    for _ in range(3):  # mail scanners open links
        assert "Log ind" in client.get(link).content.decode()
    assert client.post(link).status_code == 302
    assert client.get(reverse("people:me")).status_code == 200


def test_the_link_works_once(client, link):
    client.post(link)
    assert Client().get(link).status_code == 410
    assert Client().post(link).status_code == 410


def test_pressing_twice_is_harmless(client, link):
    client.post(link)
    assert client.post(link).status_code == 302


def test_the_link_is_dead_after_fifteen_minutes(client, link):
    with time_machine.travel(timezone.now() + timedelta(minutes=15, seconds=1)):
        assert client.post(link).status_code == 410
    assert "_auth_user_id" not in client.session


def test_a_new_address_kills_the_link_sent_to_the_old(client, cast, link):
    actions.change_person(person=cast.rikke, email="rikke@havneby.example", by=cast.karen)
    assert client.post(link).status_code == 410


def test_one_comes_back_to_where_one_was_going(client, cast):
    goal = reverse("people:absence")
    ask(cast.rikke.email, client, next=goal)
    assert client.post(link_in_mail())["Location"] == goal


def test_the_way_in_is_recorded(client, cast, link):
    client.post(link)
    row = AuditRow.objects.get(action="person.signed_in")
    assert (row.actor, row.data) == (str(cast.rikke.pk), {"how": "link"})


def test_the_letter_is_in_the_readers_language(cast, monkeypatch):
    monkeypatch.setattr(letters, "LINK", lazy(lambda: f"{get_language()} %(address)s", str)())
    actions.change_person(person=cast.rikke, language="en", by=cast.rikke)
    ask(cast.rikke.email)
    drain()
    assert str(mail.outbox[0].body).startswith("en ")


def test_the_sixth_letter_in_half_an_hour_is_not_sent(cast):
    pages = [ask(cast.rikke.email) for _ in range(6)]
    assert [page.status_code for page in pages] == [302] * 5 + [200]
    assert "om en halv time" in pages[5].content.decode()


def from_everywhere(email: str, number: int) -> list[HttpResponse]:
    """Asked for from so many places."""
    return [ask(email, Client(REMOTE_ADDR=f"192.0.2.{one}")) for one in range(number)]


def test_who_floods_a_letter_box_is_stopped_and_not_told(cast):
    known = from_everywhere(cast.rikke.email, limits.LETTER.account + 5)
    unknown = from_everywhere("nobody@havneby.example", limits.LETTER.account + 5)
    assert {page["Location"] for page in known + unknown} == {reverse("people:link_sent")}
    drain()
    assert len(mail.outbox) == limits.LETTER.account


def test_a_flood_does_not_keep_the_owner_from_a_link_in_her_own_browser(cast, client, link):
    client.post(link)
    client.post(reverse("account_logout"))
    from_everywhere(cast.rikke.email, limits.LETTER.account + 5)
    drain()
    before = len(mail.outbox)
    ask(cast.rikke.email, client)
    drain()
    assert len(mail.outbox) == before + 1


def test_who_left_gets_no_link(cast):
    actions.close_person(person=cast.rikke, by=cast.karen)
    ask(cast.rikke.email)
    drain()
    assert not mail.outbox


def test_a_mail_server_that_refuses_leaves_no_address_behind(cast, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_PORT = 1  # nobody listens here
    with pytest.raises(jobs.NotSent) as caught:
        jobs.send_link(str(cast.rikke.user_id))
    assert "@" not in str(caught.value)
    assert caught.value.__suppress_context__


def test_the_queue_holds_an_id_only(cast):
    from django_q.models import OrmQ
    from django_q.signing import SignedPackage

    ask(cast.rikke.email)
    task = SignedPackage.loads(OrmQ.objects.get().payload)
    assert task["args"] == (str(cast.rikke.user_id),)


def test_an_address_the_mail_server_refuses_is_told_of_once(cast, settings):
    controller = Controller(Postbox(), hostname="127.0.0.1", port=free_port(2950))
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", controller.port
    actions.change_person(person=cast.rikke, email="afvist.rikke@havneby.example", by=cast.karen)
    try:
        for _ in range(2):
            jobs.send_welcome(str(cast.rikke.pk))
            drain()
    finally:
        controller.stop()
    told = Notice.objects.get(kind="welcome_refused")
    assert told.person == cast.karen
    assert str(cast.rikke.pk) in told.path
