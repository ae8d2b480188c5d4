"""The demo workplace Havneby Kommune: made once, kept, and welcomed to."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django_scopes import scope, scopes_disabled

from vaern.faces.cli.demo import staffing
from vaern.faces.cli.demo.clock import clock_at
from vaern.faces.cli.demo.playing import Stage, play
from vaern.faces.cli.demo.script import episodes
from vaern.faces.cli.installation import Say
from vaern.ground.audit.actions import recording
from vaern.ground.notify.actions import read
from vaern.ground.notify.models import Notice
from vaern.ground.people.calendar import zone_of
from vaern.ground.people.models import Workplace

FOUNDED = timedelta(days=120)
READ_AFTER = timedelta(days=2)
"""Notices older than this are read: people at Havneby look at their inbox."""


@dataclass(frozen=True)
class SignIn:
    """Somebody whose shoes one can step into."""

    name: str
    email: str
    password: str
    words: str


def ensure(say: Say) -> list[SignIn]:
    """Make the demo workplace unless it is there; who can sign in.

    All or nothing: stopped half-way, nothing is left, and the next start makes it anew.
    """
    with scopes_disabled():
        there = Workplace.objects.filter(is_demo=True).exists()
    if there:
        say("Havneby Kommune is there already; your data is kept.")
    else:
        with transaction.atomic():
            _make(say)
    return sign_ins()


def sign_ins() -> list[SignIn]:
    """The five who can sign in; the password is this installation's own."""
    secret = password()
    return [
        SignIn(row["who"], staffing.address(row["who"]), secret, row["da"])
        for row in staffing.data()["sign_in"]
    ]


def password() -> str:
    """The same each time on this installation, and known on no other."""
    return f"havneby-{salted_hmac('vaern.demo', 'password').hexdigest()[:10]}"


def _make(say: Say) -> None:
    now = timezone.now()
    say("Havneby Kommune: people and roles …")
    with clock_at(now - FOUNDED):
        staff = staffing.found(password(), now.date())
    with scope(workplace=staff.workplace):
        local = now.astimezone(zone_of(staff.workplace))
        say("Havneby Kommune: the last three months …")
        play(Stage(staff), episodes(local), local)
        _read_old_notices(now)
        with recording(workplace=staff.workplace, by=None) as record:
            record("demo.made", staff.workplace)


def _read_old_notices(now: datetime) -> None:
    old = Notice.objects.filter(created_at__lt=now - READ_AFTER)
    for notice in old.select_related("person__workplace__key"):
        with clock_at(notice.created_at + timedelta(hours=1)):
            read(notice=notice, by=notice.person)


def welcome(port: int, who: list[SignIn], say: Say) -> None:
    """Say where to go, and as whom."""
    say(f"\nVærn er klar:  http://127.0.0.1:{port}/\n")
    for one in who:
        say(f"  {one.email:<31} {one.name} ({one.words})")
    say(f"\nKodeord for dem alle: {who[0].password}   Eller vælg en person på forsiden.")
    say("Alt er opdigtet, og du kan ikke ødelægge noget. Ctrl-C stopper.")
    say("In English: open the address and choose English at the top. Ctrl-C stops everything.")
