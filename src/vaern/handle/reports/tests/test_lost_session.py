"""Words posted after the session ran out: offered again to who owns them, and to nobody else."""

from datetime import timedelta

import pytest
import time_machine
from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_scopes import scope

from vaern.ground.lib.ids import new_id
from vaern.ground.people.models import Person, User
from vaern.ground.vault.sessions import SessionStore, mark_of
from vaern.handle.evidence.models import Item
from vaern.handle.reports.models import Report
from vaern.handle.reports.tests.filling import begin, fill, report_via_form
from vaern.handle.reports.tests.test_files import file
from vaern.handle.reports.views.unsent import COOKIE, MOST

WORDS = "Ti minutters skriveri"


def step(pk, slug: str = "hvad") -> str:
    return reverse("reports:step", args=[pk, slug])


def posts(url: str, **given) -> Client:
    """A browser whose session is gone sends the form."""
    browser = Client()
    answer = browser.post(url, given)
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith(reverse("account_login"))
    return browser


def signs_in(browser: Client, person: Person) -> Client:
    browser.force_login(
        User.objects.get(person=person), "allauth.account.auth_backends.AuthenticationBackend"
    )
    return browser


def test_the_words_stand_in_the_form_again_once(cast, as_person):
    pk = begin(as_person(cast.rikke))
    rikke = signs_in(posts(step(pk), kinds=["threat", "stalking"], text=WORDS), cast.rikke)
    page = rikke.get(step(pk))
    assert page.context["form"]["text"].value() == WORDS
    assert page.context["form"]["kinds"].value() == ["threat", "stalking"]
    assert "Det, du skrev, står her igen" in page.content.decode()
    assert Report.objects.get().text == ""
    assert WORDS not in rikke.get(step(pk)).content.decode()


def test_so_do_words_added_to_a_sent_report(cast, as_person):
    pk = report_via_form(as_person(cast.rikke))
    url = reverse("reports:add", args=[pk])
    browser = posts(url, text=WORDS, once=str(new_id()), evidence=file(b"hej", "a.txt"))
    page = signs_in(browser, cast.rikke).get(reverse("reports:report", args=[pk]))
    assert page.context["form"]["text"].value() == WORDS
    assert "Vælg dem igen" in page.content.decode()
    assert page.context["form"]["once"].value()


def test_another_who_signs_in_at_the_same_browser_never_meets_them(cast, as_person):
    pk = begin(as_person(cast.rikke))
    jonas = signs_in(posts(step(pk), kinds=["threat"], text=WORDS), cast.jonas)
    mine = begin(jonas)
    assert jonas.get(step(pk)).status_code == 404
    for url in (step(mine), reverse("reports:mine"), reverse("reports:start")):
        assert WORDS not in jonas.get(url).content.decode()


def test_another_browser_does_not_meet_them(cast, as_person):
    pk = begin(as_person(cast.rikke))
    posts(step(pk), kinds=["threat"], text=WORDS)
    assert WORDS not in as_person(cast.rikke).get(step(pk)).content.decode()


def test_they_are_gone_after_half_an_hour(cast, as_person):
    pk = begin(as_person(cast.rikke))
    browser = posts(step(pk), kinds=["threat"], text=WORDS)
    with time_machine.travel(timezone.now() + timedelta(minutes=31), tick=False):
        assert WORDS not in signs_in(browser, cast.rikke).get(step(pk)).content.decode()


def test_without_the_cookie_nobody_reads_them_not_even_with_our_keys(cast, as_person):
    pk = begin(as_person(cast.rikke))
    browser = posts(step(pk), kinds=["threat"], text=WORDS)
    place, _dot, key = browser.cookies[COOKIE].value.partition(".")
    kept = Session.objects.get(pk=mark_of(place))
    assert WORDS not in str(SessionStore.content(kept.pk))
    assert key not in kept.session_data
    assert browser.cookies[COOKIE]["httponly"]


@pytest.mark.parametrize("spoilt", ["", "x", "x.y", "..", "a.zz"])
def test_a_spoilt_cookie_is_no_harm(cast, as_person, spoilt):
    rikke = as_person(cast.rikke)
    pk = begin(rikke)
    rikke.cookies[COOKIE] = spoilt
    assert rikke.get(step(pk)).status_code == 200


def test_nothing_is_kept_for_a_report_that_is_not_there_nor_without_end(cast, as_person):
    pk = begin(as_person(cast.rikke))
    before = Session.objects.count()
    for url, text in ((step(new_id()), WORDS), (step(pk), "x" * MOST)):
        assert COOKIE not in posts(url, kinds=["threat"], text=text).cookies
    assert Session.objects.count() == before


@pytest.mark.parametrize("name", ["add", "see", "throw_away", "take_back"])
def test_an_address_that_is_posted_to_leads_to_a_page_by_get(cast, as_person, name):
    rikke = as_person(cast.rikke)
    sent, draft = report_via_form(rikke), begin(rikke)
    fill(rikke, draft, "bevis")
    args = {
        "add": [sent],
        "see": [sent, Item.objects.order_by("sealed_at")[0].pk],
        "throw_away": [draft],
        "take_back": [draft, new_id()],
    }[name]
    url = reverse(f"reports:{name}", args=args)
    assert rikke.get(url, follow=True).status_code == 200
    with scope(workplace=cast.workplace):
        assert Report.objects.count() == 2


@pytest.mark.parametrize("name", ["account_login", "people:link_ask"])
def test_the_sign_in_page_says_that_they_are_kept(cast, as_person, name):
    said, url = "Det, du skrev, er gemt", reverse(name)
    assert said not in Client().get(url).content.decode()
    pk = begin(as_person(cast.rikke))
    browser = posts(step(pk), kinds=["threat"], text=WORDS)
    assert said in browser.get(url).content.decode()
    signs_in(browser, cast.rikke).get(step(pk))
    del browser.cookies[settings.SESSION_COOKIE_NAME]
    assert said not in browser.get(url).content.decode()
