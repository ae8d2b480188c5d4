"""The owner's own browser is let in while somebody tries the account from everywhere."""

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.core import mail
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from vaern.ground.people import known_browser, limits
from vaern.ground.people.models import Person
from vaern.ground.queue.drain import drain

PASSWORD = "en lang sætning om havnen"


def post(email: str, password: str, client: Client | None = None, origin: str = "198.51.100.7"):
    client = client or Client()
    data = {"login": email, "password": password}
    return client.post(reverse("account_login"), data, REMOTE_ADDR=origin)


def with_password(person: Person) -> Person:
    assert person.user
    person.user.set_password(PASSWORD)
    person.user.save()
    return person


@pytest.fixture
def rikke(cast) -> Person:
    return with_password(cast.rikke)


@pytest.fixture
def hers(rikke) -> Client:
    """A browser that Rikke has signed in with, and out of."""
    browser = Client()
    post(rikke.email, PASSWORD, browser)
    browser.post(reverse("account_logout"))
    return browser


def attacked(email: str) -> list[HttpResponse]:
    return [
        post(email, "forkert", origin=f"192.0.2.{one}")
        for one in range(limits.PASSWORD.account + 3)
    ]


def test_from_everywhere_the_account_is_closed_and_a_link_is_offered(rikke, cast):
    last = attacked(rikke.email)[-1].content.decode()
    unknown = attacked("nobody@havneby.example")[-1].content.decode()
    for page in (last, unknown):
        assert "Få et link på e-mail" in page
    assert post(rikke.email, PASSWORD).status_code == 200


def test_her_own_browser_is_let_in(rikke, hers):
    attacked(rikke.email)
    assert post(rikke.email, PASSWORD, hers).status_code == 302


def test_also_when_a_colleague_behind_the_same_address_tries(rikke, hers):
    for _ in range(9):
        post(rikke.email, "forkert")
    assert post(rikke.email, PASSWORD).status_code == 200
    assert post(rikke.email, PASSWORD, hers).status_code == 302


def test_her_own_browser_has_a_limit_too(rikke, hers):
    pages = [post(rikke.email, "forkert", hers).content.decode() for _ in range(9)]
    assert "Vent fem minutter" in pages[8]


def test_it_is_known_for_who_signed_in_there_only(rikke, hers, cast):
    mads = with_password(cast.mads)
    attacked(mads.email)
    assert post(mads.email, PASSWORD, hers).status_code == 200


@pytest.mark.parametrize("value", ["", "x", "WyJhIixbXV0:1:x", "\x00", "a" * 5000])
def test_a_cookie_somebody_wrote_is_worth_nothing(rikke, value):
    attacked(rikke.email)
    browser = Client()
    browser.cookies[known_browser.NAME] = value
    assert post(rikke.email, PASSWORD, browser).status_code == 200


def test_the_cookie_names_nobody_and_no_script_reads_it(rikke, hers):
    cookie = hers.cookies[known_browser.NAME]
    assert "rikke" not in cookie.value
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"


def test_a_sign_in_from_a_new_browser_is_written_about_three_times_a_day(rikke, hers):
    post(rikke.email, PASSWORD, hers)
    drain()
    assert not mail.outbox
    answers = [post(rikke.email, PASSWORD).status_code for _ in range(5)]
    drain()
    assert answers == [302] * 5
    assert [one.to for one in mail.outbox] == [[rikke.email]] * 3
    assert "Rikke" not in str(mail.outbox[0].body)


def test_the_first_sign_in_of_all_is_not_written_about(rikke):
    post(rikke.email, PASSWORD)
    drain()
    assert not mail.outbox


def test_known_and_unknown_cost_one_hash_each(rikke, cast, monkeypatch):
    hashed: list[str] = []
    plain = MD5PasswordHasher.encode

    def counted(self: MD5PasswordHasher, password: str, salt: str) -> str:
        hashed.append(password)
        return plain(self, password, salt)

    monkeypatch.setattr(MD5PasswordHasher, "encode", counted)
    for email in (rikke.email, cast.mads.email, "nobody@havneby.example"):
        hashed.clear()
        post(email, "forkert")
        assert len(hashed) == 1, email
