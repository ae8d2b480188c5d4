"""Where a sign-in comes from, by the word of the proxy in front."""

import pytest
from django.test import Client
from django.urls import reverse

from vaern.ground.people.models import Attempt

PROXY, OFFICE = "127.0.0.1", "198.51.100.7"


@pytest.fixture(autouse=True)
def behind_a_proxy(settings) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1


def tried(forwarded: str) -> str:
    """The mark of where a wrong sign-in came from."""
    client = Client(REMOTE_ADDR=PROXY, headers={"x-forwarded-for": forwarded})
    data = {"login": "rikke.lund@havneby.example", "password": "forkert"}
    assert client.post(reverse("account_login"), data).status_code == 200
    last = Attempt.objects.last()
    assert last
    return last.origin


@pytest.mark.parametrize("garbage", ["sludder", ",", "1.2.3.4.5", "<script>", "unknown", "[::1"])
def test_what_is_no_address_shuts_nobody_out(cast, garbage: str) -> None:
    assert tried(garbage) == tried(PROXY) != tried(OFFICE)


def test_the_last_address_is_the_proxys_word(cast) -> None:
    assert tried(f"203.0.113.9, {OFFICE}") == tried(OFFICE)
