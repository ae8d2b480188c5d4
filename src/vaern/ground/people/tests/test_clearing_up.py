"""What is over is cleared away each hour, and a sign-in leaves memory for others."""

from datetime import timedelta

import time_machine
from allauth.usersessions.models import UserSession
from django.contrib.auth.hashers import Argon2PasswordHasher, check_password
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_q.models import Schedule

from vaern.config import settings as production
from vaern.ground.people import jobs, limits
from vaern.ground.people.hashing import Argon2
from vaern.ground.people.models import Attempt
from vaern.ground.people.tests.test_me import sign_in

OURS = ["vaern.ground.people.hashing.Argon2"]


def test_old_sessions_places_and_tries_go(cast):
    with time_machine.travel(timezone.now() - timedelta(days=15)):
        sign_in(cast.rikke)
        limits.attempt(limits.PASSWORD, account="x", origin="192.0.2.1")
    client = sign_in(cast.mads)
    limits.attempt(limits.PASSWORD, account="x", origin="192.0.2.1")
    jobs.forget_old()
    assert Session.objects.count() == UserSession.objects.count() == Attempt.objects.count() == 1
    assert client.get(reverse("people:me")).status_code == 200


def test_each_hour_however_often_asked(db):
    for _ in range(2):
        jobs.ensure_schedules()
    assert Schedule.objects.get(func="vaern.ground.people.jobs.forget_old").minutes == 60


def test_passwords_take_19_mib_two_rounds_and_one_thread():
    assert production.PASSWORD_HASHERS == OURS
    assert "$m=19456,t=2,p=1$" in Argon2().encode("en lang sætning", "saltsalt")


def test_a_password_stored_before_opens_and_is_stored_anew(cast, settings):
    settings.PASSWORD_HASHERS = OURS
    user = cast.rikke.user
    user.password = Argon2PasswordHasher().encode("en lang sætning om havnen", "saltsalt")
    user.save()
    data = {"login": user.email, "password": "en lang sætning om havnen"}
    assert Client().post(reverse("account_login"), data).status_code == 302
    user.refresh_from_db()
    assert "$m=19456,t=2,p=1$" in user.password
    assert check_password("en lang sætning om havnen", user.password)
