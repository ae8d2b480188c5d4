"""Limits slow down who guesses, and never thirty colleagues behind one address."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from vaern.ground.people import actions, limits
from vaern.ground.people.models import Attempt

PASSWORD = "en lang sætning om havnen"


def post(email: str, password: str):
    return Client().post(reverse("account_login"), {"login": email, "password": password})


def test_thirty_colleagues_behind_one_address_sign_in_within_a_minute(cast):
    emails = [f"kollega{number}@havneby.example" for number in range(30)]
    for email in emails:
        person = actions.add_person(
            workplace=cast.workplace, name="Kollega", email=email, password=PASSWORD, by=None
        )
        assert person.user
    answers = [post(email, PASSWORD).status_code for email in emails]
    assert answers == [302] * 30
    assert not Attempt.objects.exists()


def test_the_ninth_wrong_password_is_told_to_wait_and_a_colleague_is_not(cast):
    for person in (cast.rikke, cast.mads):
        person.user.set_password(PASSWORD)
        person.user.save()
    pages = [post(cast.rikke.email, "forkert").content.decode() for _ in range(9)]
    assert "passer ikke sammen" in pages[7]
    assert "Vent fem minutter" in pages[8]
    assert "Vent fem minutter" in post(cast.rikke.email, PASSWORD).content.decode()
    assert post(cast.mads.email, PASSWORD).status_code == 302


def test_the_door_opens_again_after_five_minutes(cast):
    cast.rikke.user.set_password(PASSWORD)
    cast.rikke.user.save()
    for _ in range(12):
        post(cast.rikke.email, "forkert")
    with time_machine.travel(timezone.now() + timedelta(minutes=5, seconds=1)):
        assert post(cast.rikke.email, PASSWORD).status_code == 302


def strict(**more: int) -> limits.Limit:
    """A limit of which one part is reached after three tries."""
    bounds = {"own": 99, "origin": 99, "account": 99, **more}
    return limits.Limit("password", period=timedelta(minutes=5), long=timedelta(hours=1), **bounds)


def test_an_origin_that_fails_everywhere_is_stopped(db):
    for number in range(3):
        limits.attempt(strict(origin=3), account=f"{number}@x.example", origin="192.0.2.1")
    with pytest.raises(limits.TooMany):
        limits.attempt(strict(origin=3), account="9@x.example", origin="192.0.2.1")
    limits.attempt(strict(origin=3), account="9@x.example", origin="192.0.2.2")


def test_an_account_tried_from_everywhere_is_stopped_but_for_a_known_browser(db):
    limit = strict(account=3)
    for number in range(3):
        limits.attempt(limit, account="rikke", origin=f"192.0.2.{number}")
    with pytest.raises(limits.TooManyForAccount):
        limits.attempt(limit, account="rikke", origin="192.0.2.9")
    limits.attempt(limit, account="rikke", origin="192.0.2.9", browser="her own")
    limits.attempt(limit, account="mads", origin="192.0.2.9")


def test_a_known_browser_has_a_limit_of_its_own(db):
    for _ in range(3):
        limits.attempt(strict(own=3), account="rikke", origin="192.0.2.1", browser="one")
    with pytest.raises(limits.TooMany):
        limits.attempt(strict(own=3), account="rikke", origin="192.0.2.1", browser="one")
    limits.attempt(strict(own=3), account="rikke", origin="192.0.2.1")
    limits.attempt(strict(own=3), account="rikke", origin="192.0.2.1", browser="two")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("192.0.2.1", "::ffff:192.0.2.1", True),
        ("192.0.2.1", "192.0.2.2", False),
        ("", "192.0.2.2", False),
    ],
)
def test_one_network_is_one_place(db, one, other, same):
    made = [limits.attempt(limits.PASSWORD, account="x", origin=at) for at in (one, other)]
    assert (made[0].origin == made[1].origin) == same


def test_attempts_name_nobody_and_are_gone_after_a_day(db):
    limits.attempt(limits.PASSWORD, account="rikke.lund@havneby.example", origin="192.0.2.1")
    with connection.cursor() as cursor:
        cursor.execute("select account, origin from people_attempt")
        stored = str(cursor.fetchall())
    assert "rikke" not in stored
    assert "192.0.2" not in stored
    with time_machine.travel(timezone.now() + limits.KEPT + timedelta(minutes=1)):
        limits.forget_old()
    assert not Attempt.objects.exists()


@pytest.mark.parametrize(
    "limit", [limits.PASSWORD, limits.OLD_PASSWORD, limits.LETTER, limits.NEW_PLACE]
)
def test_what_is_counted_is_kept_as_long(limit):
    assert max(limit.period, limit.long) <= limits.KEPT
