"""What a signed-in person sees is kept by no browser, and what was posted leads back to its page."""

from urllib.parse import parse_qs

import pytest
from django.test import Client
from django.urls import reverse


@pytest.mark.parametrize("name", ["home", "people:me", "notify:inbox", "cases:mine", "law:rules"])
def test_pages_of_the_signed_in_are_kept_nowhere(cast, as_person, name):
    answer = as_person(cast.henrik).get(reverse(name))
    assert answer.headers["Cache-Control"] == "private, no-store"


def test_so_are_pages_that_are_not_there(cast, as_person):
    answer = as_person(cast.rikke).get("/findes-ikke/")
    assert answer.headers["Cache-Control"] == "private, no-store"


def test_the_front_page_for_everybody_may_be_kept(db):
    assert "no-store" not in Client().get("/").headers.get("Cache-Control", "")


def leads_to(client: Client, path: str, referer: str) -> str:
    """The page one comes to after signing in."""
    answer = client.post(path, headers={"referer": referer})
    place, _mark, query = answer.headers["Location"].partition("?")
    assert place == reverse("account_login")
    return parse_qs(query)["next"][0]


def test_signing_in_after_a_post_leads_to_the_page_of_the_form(client, db):
    came = leads_to(client, reverse("people:language"), "http://testserver/konto/mig/?side=2")
    assert came == "/konto/mig/?side=2"


@pytest.mark.parametrize("referer", ["", "https://ondt.example/konto/", "http://testserver.ond/x"])
def test_no_other_site_says_where(client, db, referer):
    path = reverse("people:language")
    assert leads_to(client, path, referer) == path
