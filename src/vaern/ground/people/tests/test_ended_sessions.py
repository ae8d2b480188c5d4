"""Whose access is closed, or role taken, is out at once, however they came in."""

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from sesame.utils import get_token

from vaern.ground.people import actions
from vaern.ground.people.letters import SCOPE
from vaern.ground.people.models import Person, Role


@pytest.fixture
def by_link(cast) -> Client:
    """Rikke's browser, signed in by a link."""
    client = Client()
    client.post(reverse("people:link_use", args=[get_token(cast.rikke.user, scope=SCOPE)]))
    assert client.get(reverse("people:me")).status_code == 200
    return client


def test_closing_ends_a_session_by_link(cast, by_link):
    actions.close_person(person=cast.rikke, by=cast.karen)
    assert by_link.get(reverse("people:me")).status_code == 302
    assert not UserSession.objects.exists()
    assert not Session.objects.exists()


def test_opening_again_brings_no_old_session_back(cast, by_link):
    actions.close_person(person=cast.rikke, by=cast.karen)
    actions.open_person(person=cast.rikke, by=cast.karen)
    assert by_link.get(reverse("people:me")).status_code == 302


def test_a_person_closed_by_any_way_is_out(cast, by_link):
    Person.objects.filter(pk=cast.rikke.pk).update(active=False)
    assert by_link.get(reverse("people:me"))["Location"] == reverse("account_inactive")


def test_a_link_sent_before_opens_nothing_after(cast):
    link = reverse("people:link_use", args=[get_token(cast.rikke.user, scope=SCOPE)])
    actions.close_person(person=cast.rikke, by=cast.karen)
    client = Client()
    assert client.post(link).status_code == 410
    assert client.get(reverse("people:me")).status_code == 302


def test_taking_a_role_signs_out(cast, by_link):
    actions.take_role(role=Role.objects.get(person=cast.rikke), by=cast.karen)
    assert by_link.get(reverse("people:me")).status_code == 302


def test_laying_down_ones_own_role_does_not(as_person, cast):
    client = as_person(cast.karen)
    role = actions.give_role(person=cast.karen, unit=cast.top, code="hr", by=None)
    client.post(reverse("people:take_role", args=[role.pk]))
    assert client.get(reverse("people:me")).status_code == 200


def test_moving_to_another_unit_does_not(cast, by_link):
    actions.give_role(person=cast.rikke, unit=cast.top, code="employee", by=cast.karen)
    assert by_link.get(reverse("people:me")).status_code == 200
