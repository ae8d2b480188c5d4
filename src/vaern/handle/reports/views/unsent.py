"""Words that were posted after the session had run out.

They are kept for half an hour, sealed with a key that only this browser's cookie holds, and stand
in the form again once their owner has signed in: the page asks who may see the report, as always.
"""

import json
import secrets
from base64 import b64decode, b64encode
from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from importlib import import_module
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest, HttpResponseBase, QueryDict
from django.utils.translation import gettext_lazy as _
from django_scopes import scopes_disabled

from vaern.ground.people.access import person_of
from vaern.ground.vault import cipher
from vaern.handle.reports.models import Report

KEPT = timedelta(minutes=30)
MOST = 64_000
"""Letters in all; longer text is rather a file."""

COOKIE = "vaern_unsent"
NOT_WORDS = ("csrfmiddlewaretoken", "once")
HERE_AGAIN = _("Du var blevet logget ud. Det, du skrev, står her igen. Send det en gang til.")
FILES_GONE = _("Filer kunne vi ikke gemme. Vælg dem igen.")

View = Callable[..., HttpResponseBase]


def words_kept(view: View) -> View:
    """A view whose posted words are kept when nobody is signed in any more."""

    @wraps(view)
    def gate(request: HttpRequest, /, **named: Any) -> HttpResponseBase:
        response = view(request, **named)
        if request.method == "POST" and person_of(request) is None and _exists(named["pk"]):
            _keep(request, response)
        return response

    return gate


def _exists(pk: Any) -> bool:
    """Nobody fills our disk with words for reports that are not there."""
    with scopes_disabled():
        return Report.objects.filter(pk=pk).exists()


def _keep(request: HttpRequest, response: HttpResponseBase) -> None:
    words = {name: request.POST.getlist(name) for name in request.POST if name not in NOT_WORDS}
    told = json.dumps({"at": request.path, "words": words, "files": bool(request.FILES)})
    if len(told) > MOST:
        return
    key, store = secrets.token_bytes(32), _store()
    store.clear_expired()
    store["sealed"] = b64encode(cipher.seal(key, told.encode(), COOKIE)).decode()
    store.set_expiry(KEPT)
    store.create()
    response.set_cookie(
        COOKIE,
        f"{store.session_key}.{key.hex()}",
        max_age=KEPT,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def take(request: HttpRequest, path: str) -> QueryDict | None:
    """The words once posted to ``path`` by this browser, and only once; None when there are none.

    Ask first whether the person may see the report they belong to.
    """
    place, _dot, key = request.COOKIES.get(COOKIE, "").partition(".")
    store = _store(place)
    told = _opened(store, key) if place else None
    if told is None or told["at"] != path:
        return None
    store.delete()
    messages.info(request, HERE_AGAIN)
    if told["files"]:
        messages.warning(request, FILES_GONE)
    words = QueryDict(mutable=True)
    for name, values in told["words"].items():
        words.setlist(name, values)
    return words


def wait(request: HttpRequest) -> bool:
    """Do words of this browser wait for their owner to sign in?"""
    place, _dot, key = request.COOKIES.get(COOKIE, "").partition(".")
    return bool(place) and _opened(_store(place), key) is not None


def _opened(store: SessionBase, key: str) -> dict[str, Any] | None:
    try:
        sealed = b64decode(store.get("sealed", ""))
        told: dict[str, Any] = json.loads(cipher.unseal(bytes.fromhex(key), sealed, COOKIE))
    except (cipher.CannotOpen, ValueError):
        return None
    return told


def fill_in(form: forms.Form, words: QueryDict | None) -> None:
    """Show the words in the form's fields; nothing is said to be wrong before it is sent."""
    for name, field in form.fields.items():
        if words is not None and name in words:
            form.initial[name] = field.widget.value_from_datadict(words, words, name)


def _store(place: str = "") -> SessionBase:
    engine = import_module(settings.SESSION_ENGINE)
    made: SessionBase = engine.SessionStore(place or None)
    return made
