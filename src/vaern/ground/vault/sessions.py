"""Sessions: a copied database opens none of them, and tells nothing of what they hold.

The key that lies in the browser's cookie is never stored. A session stands under a keyed mark of
it, and what it holds (addresses, half-written words) is sealed and bound to that mark.
"""

import hashlib
import hmac
import json
from base64 import b64decode, b64encode
from typing import Any

from asgiref.sync import sync_to_async
from django.conf import settings
from django.contrib.sessions.backends import db
from django.contrib.sessions.base_session import AbstractBaseSession
from django.utils import timezone

from vaern.ground.vault import cipher


def mark_of(session_key: str | None) -> str:
    """What a session is stored under. It does not lead back to the key."""
    key = cipher.derive(settings.VAERN_MASTER_KEY, "session-key")
    return hmac.new(key, (session_key or "").encode(), hashlib.sha256).hexdigest()[:40]


class SessionStore(db.SessionStore):
    """Django's sessions in the database, found by mark and sealed."""

    @classmethod
    def content(cls, mark: str) -> dict[str, Any]:
        """What the session under ``mark`` holds; nothing when it is over."""
        row = cls._row(mark)
        return _unsealed(row.session_data, mark) if row else {}

    @classmethod
    def end(cls, mark: str) -> None:
        """Sign out whoever uses the session under ``mark``."""
        cls.get_model_class().objects.filter(session_key=mark).delete()

    @classmethod
    def _row(cls, mark: str) -> AbstractBaseSession | None:
        rows = cls.get_model_class().objects.filter(session_key=mark)
        return rows.filter(expire_date__gt=timezone.now()).first()

    def _get_session_from_db(self) -> AbstractBaseSession | None:
        row = self._row(mark_of(self.session_key))
        if row is None:
            self._session_key = None
        return row

    def exists(self, session_key: str | None) -> bool:
        return super().exists(mark_of(session_key))

    def delete(self, session_key: str | None = None) -> None:
        """End the session of that key, or under that mark: allauth ends what it finds in a table."""
        for mark in (mark_of(session_key or self.session_key), session_key):
            if mark:
                self.end(mark)

    def create_model_instance(self, data: dict[str, Any]) -> AbstractBaseSession:
        row = super().create_model_instance(data)
        row.session_key = mark_of(row.session_key)
        return row

    def encode(self, session_dict: dict[str, Any]) -> str:
        return _sealed(session_dict, mark_of(self.session_key))

    def decode(self, session_data: str | bytes) -> dict[str, Any]:
        return _unsealed(session_data, mark_of(self.session_key))

    async def _aget_session_from_db(self) -> AbstractBaseSession | None:
        return await sync_to_async(self._get_session_from_db)()

    async def aexists(self, session_key: str | None) -> bool:
        return await sync_to_async(self.exists)(session_key)

    async def adelete(self, session_key: str | None = None) -> None:
        await sync_to_async(self.delete)(session_key)

    async def acreate_model_instance(self, data: dict[str, Any]) -> AbstractBaseSession:
        return await sync_to_async(self.create_model_instance)(data)


def _sealed(content: dict[str, Any], mark: str) -> str:
    return b64encode(cipher.seal(_key(), json.dumps(content).encode(), _place(mark))).decode()


def _unsealed(sealed: str | bytes, mark: str) -> dict[str, Any]:
    """Empty for what does not open here: a session moved to another's place lets nobody in."""
    try:
        found: dict[str, Any] = json.loads(cipher.unseal(_key(), b64decode(sealed), _place(mark)))
    except (cipher.CannotOpen, ValueError):
        return {}
    return found


def _key() -> bytes:
    return cipher.derive(settings.VAERN_MASTER_KEY, "session")


def _place(mark: str) -> str:
    return f"django_session.session_data.{mark}"
