"""A forgotten, a first and a changed password; and nowhere an address in the clear."""

import re

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.urls import reverse

from vaern.ground.people.models import User
from vaern.ground.queue.drain import drain

OLD, NEW = "en lang sætning om havnen", "en ny sætning om fiskene"


@pytest.fixture
def rikke(cast):
    cast.rikke.user.set_password(OLD)
    cast.rikke.user.save()
    return cast.rikke


def reset_link(email: str) -> str:
    Client().post(reverse("account_reset_password"), {"email": email})
    drain()
    found = re.search(r"https?://[^/\s]+(/\S+)", str(mail.outbox[-1].body))
    assert found
    return found[1]


def can_sign_in(email: str, password: str) -> bool:
    data = {"login": email, "password": password}
    return Client().post(reverse("account_login"), data).status_code == 302


def test_a_forgotten_password_is_replaced_by_link(client, rikke):
    page = client.get(reset_link(rikke.email), follow=True)
    answer = client.post(page.context["action_url"], {"password1": NEW, "password2": NEW})
    assert answer.status_code == 302
    assert client.get(reverse("people:me")).context["person"] == rikke
    assert can_sign_in(rikke.email, NEW)
    assert not can_sign_in(rikke.email, OLD)


def test_the_reset_link_works_once(client, rikke):
    link = reset_link(rikke.email)
    page = client.get(link, follow=True)
    client.post(page.context["action_url"], {"password1": NEW, "password2": NEW})
    assert "virker ikke længere" in Client().get(link, follow=True).content.decode()


def test_an_unknown_address_gets_nothing_and_the_same_page(client, cast):
    answer = client.post(reverse("account_reset_password"), {"email": "x@havneby.example"})
    drain()
    assert answer["Location"] == reverse("account_reset_password_done")
    assert "er der et link på vej" in client.get(answer["Location"]).content.decode()
    assert not mail.outbox


def test_a_new_password_ends_the_other_sessions_and_forgets_the_failures(rikke):
    here, elsewhere = Client(), Client()
    for client in (here, elsewhere):
        client.post(reverse("account_login"), {"login": rikke.email, "password": OLD})
    data = {"oldpassword": OLD, "password1": NEW, "password2": NEW}
    assert here.post(reverse("account_change_password"), data).status_code == 302
    assert here.get(reverse("people:me")).status_code == 200
    assert elsewhere.get(reverse("people:me")).status_code == 302


def test_the_old_password_cannot_be_guessed_from_an_open_session(as_person, rikke):
    client, address = as_person(rikke), reverse("account_change_password")
    data = {"oldpassword": "forkert", "password1": NEW, "password2": NEW}
    pages = [client.post(address, data).content.decode() for _ in range(9)]
    assert "ikke din nuværende" in pages[7]
    assert "Vent fem minutter" in pages[8]


def test_who_came_by_link_chooses_a_first_password(as_person, cast):
    client = as_person(cast.mads)
    assert client.get(reverse("account_change_password"))["Location"] == reverse(
        "account_set_password"
    )
    client.post(reverse("account_set_password"), {"password1": NEW, "password2": NEW})
    assert can_sign_in(cast.mads.email, NEW)


@pytest.mark.parametrize("bad", ["kort", "123456789012", "1q2w3e4r5t6y"])
def test_a_password_anybody_can_guess_is_refused(as_person, cast, bad):
    data = {"password1": bad, "password2": bad}
    as_person(cast.mads).post(reverse("account_set_password"), data)
    assert not User.objects.get(pk=cast.mads.user_id).has_usable_password()


def test_no_address_in_the_clear_in_any_table(client, rikke):
    page = client.get(reset_link(rikke.email), follow=True)
    client.post(page.context["action_url"], {"password1": NEW, "password2": NEW})
    can_sign_in(rikke.email, NEW)
    can_sign_in(rikke.email, "forkert")
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f'select * from "{table}"')  # noqa: S608 - our own tables' names
            rows = str(
                [[bytes(v) if isinstance(v, memoryview) else v for v in row] for row in cursor]
            )
            assert "rikke.lund" not in rows.lower(), table
            assert "havneby.example" not in rows.lower(), table
