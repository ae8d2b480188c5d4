"""Where somebody is signed in: one row for each browser, found by the mark of its session.

allauth keeps the session's key in that row; we keep its mark, so that a copied database opens
no session. That is why its own listeners are not connected (`apps.PlacesConfig`).
"""

from typing import Any

from allauth.usersessions.models import UserSession
from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY
from django.db.models import Exists, OuterRef
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare

from vaern.ground.people.browser import describe
from vaern.ground.people.models import User
from vaern.ground.vault.sessions import SessionStore, mark_of


def note(request: HttpRequest) -> None:
    """Write down the browser that somebody just signed in with."""
    if not request.user.is_authenticated:
        return
    if not request.session.session_key:
        request.session.save()
    UserSession.objects.update_or_create(
        session_key=here(request),
        defaults={
            "user": request.user,
            "ip": "0.0.0.0",  # noqa: S104 - written instead of an address, never listened on
            "user_agent": describe(request.headers.get("User-Agent", "")),
        },
    )


def shown(request: HttpRequest, user: User) -> dict[str, Any]:
    """What the list of one's own places needs."""
    found = open_for(user)
    return {"sessions": found, "session_count": len(found), "here": here(request)}


def here(request: HttpRequest) -> str:
    """The mark of the session that asks."""
    return mark_of(request.session.session_key)


def open_for(user: User) -> list[UserSession]:
    """The places where ``user`` is signed in, the oldest first; what is over is forgotten."""
    rows = list(UserSession.objects.filter(user=user).order_by("created_at"))
    over = [row for row in rows if not _holds(SessionStore.content(row.session_key), user)]
    UserSession.objects.filter(pk__in=[row.pk for row in over]).delete()
    return [row for row in rows if row not in over]


def _holds(content: dict[str, Any], user: User) -> bool:
    """Is it still ``user``'s session? A new password ends all but the one it was chosen in."""
    proof = str(content.get(HASH_SESSION_KEY, ""))
    whose = content.get(SESSION_KEY) == str(user.pk)
    return whose and constant_time_compare(proof, user.get_session_auth_hash())


def end_all(user: User, but_here: str = "") -> None:
    """Sign ``user`` out everywhere, or everywhere but in the session under the mark ``but_here``."""
    for place in UserSession.objects.filter(user_id=user.pk).exclude(session_key=but_here):
        SessionStore.end(place.session_key)
        place.delete()


def forget_over() -> None:
    """Drop sessions whose time is over, and the places they were open in."""
    SessionStore.clear_expired()
    kept = SessionStore.get_model_class().objects.filter(session_key=OuterRef("session_key"))
    UserSession.objects.filter(~Exists(kept)).delete()
