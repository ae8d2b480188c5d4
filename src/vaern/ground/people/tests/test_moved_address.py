"""When somebody's e-mail address is changed, the old address hears of it."""

from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from vaern.ground.people import actions, jobs
from vaern.ground.people.models import FormerAddress
from vaern.ground.queue.drain import drain

OLD, NEW = "rikke.lund@havneby.example", "rikke@nyt.example"


def test_the_old_address_is_told_and_nothing_else_is(cast, as_person):
    data = {"name": "Rikke Lund", "email": NEW, "language": "da"}
    as_person(cast.karen).post(reverse("people:change_person", args=[cast.rikke.pk]), data)
    drain()
    (letter,) = mail.outbox
    assert letter.to == [OLD]
    text = letter.subject + str(letter.body)
    assert "ringe til HR" in text
    for word in (NEW, "nyt.example", "Rikke", "Karen", "Havneby", "sag", "chikane", "http"):
        assert word not in text
    assert not FormerAddress.objects.exists()


@pytest.mark.parametrize("email", ["", NEW])
def test_whoever_changes_it(cast, email):
    actions.change_person(person=cast.rikke, email=email, by=cast.rikke)
    drain()
    assert [one.to for one in mail.outbox] == [[OLD]]


def test_the_same_address_in_capitals_is_no_change(cast):
    actions.change_person(person=cast.rikke, email=OLD.upper(), by=cast.karen)
    drain()
    assert not mail.outbox


def test_a_first_address_has_no_older(cast):
    person = actions.add_person(workplace=cast.workplace, name="Nanna", by=cast.karen)
    actions.change_person(person=person, email=NEW, by=cast.karen)
    drain()
    assert not mail.outbox


def test_while_it_waits_it_is_sealed_and_after_a_week_it_is_gone(cast):
    actions.change_person(person=cast.rikke, email=NEW, by=cast.karen)
    with connection.cursor() as cursor:
        cursor.execute("select email from people_formeraddress")
        assert "havneby" not in str(cursor.fetchall())
    jobs.forget_old()
    assert FormerAddress.objects.exists()
    with time_machine.travel(timezone.now() + timedelta(days=8)):
        jobs.forget_old()
    assert not FormerAddress.objects.exists()
