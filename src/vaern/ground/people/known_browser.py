"""A browser that somebody has signed in with before, known by a cookie of ours.

It opens nothing. It lifts one limit: the ceiling for an account over all places, so that whoever
tries an account's password from everywhere does not lock its owner out of their own browser.
"""

from datetime import timedelta
from secrets import token_urlsafe

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

from vaern.ground.vault import cipher

NAME = "vaern_browser"
AGE = timedelta(days=180)
ACCOUNTS = 5
"""How many colleagues who share a computer are remembered."""
SALT = "vaern.ground.people.known_browser"


def known(request: HttpRequest, email: str) -> str:
    """The browser's number where ``email`` has signed in with it before; "" elsewhere."""
    number, accounts = _read(request)
    return number if _mark(email) in accounts else ""


def remember(request: HttpRequest, response: HttpResponse, email: str) -> None:
    """``email`` signed in here. The cookie holds marks, and names nobody."""
    number, accounts = _read(request)
    mark = _mark(email)
    kept = [mark, *(one for one in accounts if one != mark)][:ACCOUNTS]
    response.set_cookie(
        NAME,
        signing.dumps([number or token_urlsafe(12), kept], salt=SALT),
        max_age=AGE,
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Lax",
    )


def _read(request: HttpRequest) -> tuple[str, list[str]]:
    try:
        number, accounts = signing.loads(request.COOKIES.get(NAME, ""), salt=SALT, max_age=AGE)
    except signing.BadSignature:
        return "", []
    return number, accounts


def _mark(email: str) -> str:
    return cipher.blind(cipher.derive(settings.VAERN_MASTER_KEY, "browsers"), email)[:16]
