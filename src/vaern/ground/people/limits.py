"""How often one may try: counted in the database, so that it holds over all web processes.

Tries are counted for an account from one place: thirty colleagues behind one office address do
not meet each other's limits, and a successful try is taken back. Two ceilings lie far above: for
an account over all places, and for a place over all accounts. A browser the account has signed in
with before (:mod:`vaern.ground.people.known_browser`) has a place of its own and no ceiling.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import IPv6Address, ip_address, ip_network

from django.conf import settings
from django.utils import timezone

from vaern.ground.people.models import Attempt
from vaern.ground.vault import cipher

KEPT = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Limit:
    """At most ``own`` tries for an account from one place in ``period``.

    Far above: ``origin`` tries from one place in ``period``, and ``account`` for one account in
    ``long``. No period is longer than :data:`KEPT`.
    """

    kind: str
    own: int
    origin: int
    period: timedelta
    account: int
    long: timedelta


MINUTES, HOURS = timedelta(minutes=1), timedelta(hours=1)
PASSWORD = Limit("password", own=8, origin=200, period=5 * MINUTES, account=60, long=HOURS)
OLD_PASSWORD = Limit("old", own=8, origin=200, period=5 * MINUTES, account=60, long=HOURS)
LETTER = Limit("letter", own=5, origin=200, period=30 * MINUTES, account=20, long=24 * HOURS)
NEW_PLACE = Limit("place", own=3, origin=200, period=24 * HOURS, account=3, long=24 * HOURS)


class TooMany(Exception):
    """The limit is reached; it opens again by itself."""


class TooManyForAccount(TooMany):
    """It is the ceiling for an account: somebody tries it from many places."""


def attempt(limit: Limit, *, account: str, origin: str, browser: str = "") -> Attempt:
    """Note a try before it is made. Raises :class:`TooMany`.

    ``browser`` is the number of one that the account is known to use, "" elsewhere. The row is
    written first and counted after: tries made at the same moment see each other. A try that is
    refused is not counted, so that the door opens again when the period has passed.
    """
    now = timezone.now()
    place = f"browser {browser}" if browser else _network(origin)
    made = Attempt.objects.create(
        kind=limit.kind, account=_mark(account), origin=_mark(place), at=now
    )
    try:
        _check(limit, made, now, ceilings=not browser)
    except TooMany:
        made.delete()
        raise
    return made


def take_back(made: Attempt) -> None:
    """The try succeeded; it does not count."""
    made.delete()


def forget(limit: Limit, *, account: str) -> None:
    """The account proved itself another way: its failures do not count any more."""
    Attempt.objects.filter(kind=limit.kind, account=_mark(account)).delete()


def forget_old() -> None:
    """Drop what no limit looks at any more."""
    Attempt.objects.filter(at__lt=timezone.now() - KEPT).delete()


def _check(limit: Limit, made: Attempt, now: datetime, *, ceilings: bool) -> None:
    tries = Attempt.objects.filter(kind=limit.kind)
    recent = tries.filter(at__gt=now - limit.period, origin=made.origin)
    if recent.filter(account=made.account).count() > limit.own:
        raise TooMany(limit.kind)
    if ceilings and recent.count() > limit.origin:
        raise TooMany(limit.kind)
    long = tries.filter(at__gt=now - limit.long, account=made.account)
    if ceilings and long.count() > limit.account:
        raise TooManyForAccount(limit.kind)


def _network(origin: str) -> str:
    """Of an IPv6 address its network (/64): one household or office has them all."""
    try:
        address = ip_address(origin)
    except ValueError:
        return origin
    if not isinstance(address, IPv6Address):
        return origin
    return str(address.ipv4_mapped or ip_network((int(address), 64), strict=False))


def _mark(text: str) -> str:
    return cipher.blind(cipher.derive(settings.VAERN_MASTER_KEY, "attempts"), text)
