"""How often one may try: counted in the database, so that it holds over all web processes.

Tries are counted for the account. Thirty colleagues behind one office address sign in at the
same time without meeting a limit, because a successful try is taken back; what an origin may
do is bounded only by tries that fail.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.utils import timezone

from vaern.ground.people.models import Attempt
from vaern.ground.vault import cipher

KEPT = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Limit:
    """At most ``account`` tries for one account, and ``origin`` from one address, in ``period``."""

    kind: str
    account: int
    origin: int
    period: timedelta


PASSWORD = Limit("password", account=8, origin=200, period=timedelta(minutes=5))
OLD_PASSWORD = Limit("old", account=8, origin=200, period=timedelta(minutes=5))
LETTER = Limit("letter", account=5, origin=200, period=timedelta(minutes=30))


class TooMany(Exception):
    """The limit is reached; it opens again by itself."""


def attempt(limit: Limit, *, account: str, origin: str) -> Attempt:
    """Note a try before it is made. Raises :class:`TooMany`.

    The row is written first and counted after: tries made at the same moment see each other.
    A try that is refused is not counted, so that the door opens again when ``period`` has passed.
    """
    now = timezone.now()
    Attempt.objects.filter(at__lt=now - KEPT).delete()
    made = Attempt.objects.create(
        kind=limit.kind, account=_mark(account), origin=_mark(origin), at=now
    )
    if _reached(limit, made, now):
        made.delete()
        raise TooMany(limit.kind)
    return made


def take_back(made: Attempt) -> None:
    """The try succeeded; it does not count."""
    made.delete()


def forget(limit: Limit, *, account: str) -> None:
    """The account proved itself another way: its failures do not count any more."""
    Attempt.objects.filter(kind=limit.kind, account=_mark(account)).delete()


def _reached(limit: Limit, made: Attempt, now: datetime) -> bool:
    recent = Attempt.objects.filter(kind=limit.kind, at__gt=now - limit.period)
    of_account = recent.filter(account=made.account).count()
    return of_account > limit.account or recent.filter(origin=made.origin).count() > limit.origin


def _mark(text: str) -> str:
    return cipher.blind(cipher.derive(settings.VAERN_MASTER_KEY, "attempts"), text)
