"""A copied database signs nobody in."""

import pytest
from asgiref.sync import async_to_sync
from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from vaern.ground.vault.sessions import SessionStore, mark_of

pytestmark = pytest.mark.django_db


def made(**content: str) -> SessionStore:
    store = SessionStore()
    store.update(content)
    store.save()
    return store


def test_what_is_stored_opens_nothing(as_person, cast):
    cookie = as_person(cast.henrik).cookies[settings.SESSION_COOKIE_NAME].value
    stored = Session.objects.get()
    assert cookie not in (stored.session_key, stored.session_data)
    for key, seen in ((cookie, True), (stored.session_key, False)):
        visitor = Client()
        visitor.cookies[settings.SESSION_COOKIE_NAME] = key
        page = visitor.get(reverse("people:me"), follow=True).content.decode()
        assert ("Henrik Dam" in page) is seen


def test_a_session_moved_to_anothers_place_lets_nobody_in(as_person, cast):
    rikke, henrik = as_person(cast.rikke), as_person(cast.henrik)
    marks = [mark_of(one.cookies[settings.SESSION_COOKIE_NAME].value) for one in (rikke, henrik)]
    data = Session.objects.get(pk=marks[1]).session_data
    Session.objects.filter(pk=marks[0]).update(session_data=data)
    assert rikke.get(reverse("people:me")).status_code == 302
    assert henrik.get(reverse("people:me")).status_code == 200


def test_a_session_can_be_read_changed_renewed_and_ended():
    store = made(word="først")
    again = SessionStore(store.session_key)
    assert again["word"] == "først"
    again["word"] = "så"
    again.save()
    old = again.session_key
    again.cycle_key()
    assert not SessionStore().exists(old)
    assert SessionStore(again.session_key)["word"] == "så"
    again.flush()
    assert not Session.objects.exists()


def test_a_session_that_is_over_opens_no_more():
    store = made(word="hej")
    assert SessionStore.content(mark_of(store.session_key)) == {"word": "hej"}
    Session.objects.update(expire_date="2020-01-01 00:00:00+00:00")
    assert SessionStore(store.session_key).load() == {}
    assert SessionStore.content(mark_of(store.session_key)) == {}


@pytest.mark.django_db(transaction=True)
def test_the_asynchronous_side_stores_no_key_either(file_database):
    store = SessionStore()
    async_to_sync(store.aset)("word", "hej")
    async_to_sync(store.asave)()
    assert Session.objects.get().session_key == mark_of(store.session_key)
    assert async_to_sync(SessionStore(store.session_key).aload)() == {"word": "hej"}
    assert async_to_sync(store.aexists)(store.session_key)
    async_to_sync(store.adelete)()
    assert not Session.objects.exists()
