"""Data keys: one for each workplace, one for each report or case below it."""

from functools import lru_cache
from typing import cast

from django.conf import settings
from django.db import models
from django_scopes import get_scope

from vaern.ground.lib.ids import new_id
from vaern.ground.vault import cipher


class KeyDestroyed(Exception):
    """The key was destroyed on purpose; what it sealed cannot be read by anyone."""


class DataKey(models.Model):
    """A key that seals the fields and files of one workplace, report or case.

    It is stored wrapped by its parent, the topmost by the master key, which is
    never in the database. Destroying the key erases all it sealed.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")
    wrapped = models.BinaryField(null=True)
    created_at = models.DateTimeField(auto_now_add=True)
    destroyed_at = models.DateTimeField(null=True)

    def secret(self) -> cipher.Secret:
        """Unwrap the key material. Raises :class:`KeyDestroyed`."""
        if self.wrapped is None:
            raise KeyDestroyed(str(self.pk))
        return _unwrap(self._parent_aes(), bytes(self.wrapped), str(self.pk))

    def wrap(self, secret: cipher.Secret) -> None:
        """Store ``secret``, sealed by the parent key and bound to this row."""
        self.wrapped = cipher.seal(self._parent_aes(), secret.dump(), f"datakey.{self.pk}")

    def _parent_aes(self) -> bytes:
        if self.parent_id is None:
            return cipher.derive(settings.VAERN_MASTER_KEY, "wrap")
        shared = get_scope().get("workplace")
        if shared is not None and shared.key_id == self.parent_id:
            return cast(DataKey, shared.key).secret().aes
        assert self.parent is not None  # noqa: S101 - told to the type checker
        return self.parent.secret().aes


@lru_cache(maxsize=512)
def _unwrap(parent: bytes, wrapped: bytes, pk: str) -> cipher.Secret:
    return cipher.Secret.load(cipher.unseal(parent, wrapped, f"datakey.{pk}"))
