"""Making and destroying keys."""

from django.utils import timezone

from vaern.ground.vault import cipher
from vaern.ground.vault.models import DataKey


def new_key(*, parent: DataKey | None) -> DataKey:
    """A stored, fresh data key below ``parent`` (the master key when None)."""
    key = unstored_key(parent=parent)
    key.save(force_insert=True)
    return key


def unstored_key(*, parent: DataKey | None) -> DataKey:
    """A fresh data key to seal with before the transaction that saves it."""
    key = DataKey(parent=parent)
    key.wrap(cipher.Secret.generate())
    return key


def destroy(*, key: DataKey) -> None:
    """Erase everything ``key`` sealed. A backup of the database from before still has the key,
    wrapped: what is erased is gone for good when such backups are."""
    key.wrapped, key.destroyed_at = None, timezone.now()
    key.save(update_fields=["wrapped", "destroyed_at"])
