"""Model fields that are never in the database in the clear."""

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol, cast

from django.conf import settings
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.query_utils import DeferredAttribute

from vaern.ground.vault import cipher
from vaern.ground.vault.models import DataKey

if TYPE_CHECKING:
    AnyField = models.Field[Any, Any]
    TextField = models.Field[str, str]
else:
    AnyField = TextField = models.Field


class HasKey(Protocol):
    """A model that says which key seals its fields."""

    pk: Any

    @property
    def vault_key(self) -> DataKey: ...


class Sealed(bytes):
    """What lies in the column; opened the first time somebody reads the attribute."""


class SealedAttribute(DeferredAttribute):
    """Opens the field on first read and keeps the open value on the instance only."""

    field: "SealedField"

    def __get__(self, instance: Any, cls: type | None = None) -> Any:
        value = super().__get__(instance, cls)
        if isinstance(value, Sealed):
            value = self.field.open(instance, value)
            instance.__dict__[self.field.attname] = value
        return value

    def __set__(self, instance: Any, value: Any) -> None:
        instance.__dict__[self.field.attname] = value


class SealedField(AnyField):
    """Encrypted with the row's ``vault_key``, bound to table, column and row."""

    descriptor_class = SealedAttribute
    empty: Callable[[], Any] = str

    def __init__(self, **options: Any) -> None:
        options.setdefault("default", self.empty)
        options.setdefault("blank", True)
        super().__init__(**options)

    def get_internal_type(self) -> str:
        return "BinaryField"

    def from_db_value(self, value: bytes | None, *_: Any) -> Any:
        return Sealed(value) if value else self.empty()

    def pre_save(self, model_instance: models.Model, add: bool) -> bytes:
        value = model_instance.__dict__.get(self.attname)
        if isinstance(value, Sealed):
            return bytes(value)
        return self.close(cast(HasKey, model_instance), value) if value else b""

    def get_db_prep_value(
        self, value: Any, connection: BaseDatabaseWrapper, prepared: bool = False
    ) -> Any:
        if not value:  # a migration that adds the field fills the rows there are
            value = b""
        if isinstance(value, str):
            raise TypeError(
                f"{self.name} is sealed: save the instance, do not update() or filter()"
            )
        return connection.Database.Binary(value)  # type: ignore[attr-defined]

    def get_lookup(self, lookup_name: str) -> Any:
        raise TypeError(f"{self.name} is sealed and cannot be searched")

    def open(self, instance: HasKey, sealed: Sealed) -> Any:
        plain = cipher.unseal(instance.vault_key.secret().aes, sealed, self._context(instance))
        return self.decode(plain.decode())

    def close(self, instance: HasKey, value: Any) -> bytes:
        secret = instance.vault_key.secret()
        return cipher.seal(secret.aes, self.encode(value).encode(), self._context(instance))

    def _context(self, instance: HasKey) -> str:
        return f"{self.model._meta.db_table}.{self.column}.{instance.pk}"

    def encode(self, value: Any) -> str:
        return str(value)

    def decode(self, plain: str) -> Any:
        return plain


if TYPE_CHECKING:

    class SealedText(TextField):
        """Text a person wrote: a name, an address, a message."""

else:

    class SealedText(SealedField):
        """Text a person wrote: a name, an address, a message."""


class SealedJSON(SealedField):
    """A JSON value (dict or list) sealed as a whole; change it, then save the row."""

    empty = dict

    def encode(self, value: Any) -> str:
        return json.dumps(value, ensure_ascii=False)

    def decode(self, plain: str) -> Any:
        return json.loads(plain)


class LookupText(TextField):
    """Lower-cased text that can be looked up exactly, sealed deterministically (AES-SIV).

    For e-mail addresses at sign-in; equal addresses give equal columns, nothing more leaks.
    """

    def get_internal_type(self) -> str:
        return "TextField"

    def get_prep_value(self, value: Any) -> Any:
        value = super().get_prep_value(value)
        if not value:
            return value
        return cipher.seal_lookup(settings.VAERN_MASTER_KEY, value.strip().lower(), "lookup")

    def from_db_value(self, value: str | None, *_: Any) -> str | None:
        if not value:
            return value
        return cipher.unseal_lookup(settings.VAERN_MASTER_KEY, value, "lookup")


class _IgnoringCase(models.lookups.Exact):
    """``iexact`` is ``exact``: the stored text is lower-cased already."""

    lookup_name = "iexact"


LookupText.register_lookup(_IgnoringCase)
