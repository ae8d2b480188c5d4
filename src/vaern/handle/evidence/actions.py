"""Sealing evidence, opening it, and recording who looked."""

import errno
import hashlib
from collections.abc import Iterable
from functools import partial

import structlog
from django.db import transaction
from django.utils import timezone

from vaern.ground.audit.actions import recording
from vaern.ground.people.models import Person, Workplace
from vaern.ground.vault import cipher
from vaern.ground.vault.models import DataKey

from . import store
from .models import Item, Look
from .pictures import PICTURES
from .problems import problem_words
from .reading import Inside, read_mail
from .shelf import Shelf, limits
from .showing import Derivative, derive
from .shown import Shown

__all__ = [
    "Refused",
    "Shown",
    "Tampered",
    "discard",
    "keep",
    "lay_down",
    "let_go",
    "look",
    "original",
    "picture",
    "seal",
]

log = structlog.get_logger(__name__)


class Refused(Exception):
    """A file that is not kept: ``code`` says why (see ``problems``), ``str()`` in words."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)

    def __str__(self) -> str:
        return problem_words(self.code)


class Tampered(Exception):
    """The sealed original is missing or not what it was when it was sealed."""

    def __str__(self) -> str:
        return problem_words("tampered")


def seal(
    *,
    workplace: Workplace,
    key: DataKey,
    name: str,
    data: bytes,
    by: Person | None,
    parent: Item | None = None,
) -> list[Item]:
    """Keep a file for good: the item first, then what lies inside it (attachments, inner mails).

    Raises :class:`Refused` for an empty or too large file; whatever else is wrong with it, it
    is kept with a ``problem``.
    """
    items = lay_down(workplace=workplace, key=key, name=name, data=data, by=by, parent=parent)
    keep(items=items, by=by)
    return items


def lay_down(
    *,
    workplace: Workplace,
    key: DataKey,
    name: str,
    data: bytes,
    by: Person | None,
    parent: Item | None = None,
    as_mail: bool = False,
) -> list[Item]:
    """The slow half of :func:`seal`, outside any transaction: files on disk, rows not yet saved.

    Call it before the transaction begins, so that nobody waits for a disk behind its lock.
    ``as_mail``: it has to be one; raises ``Unreadable`` when it is none. Raises
    :class:`Refused`. Nothing is left behind then.
    """
    if not data:
        raise Refused("empty")
    if len(data) > limits().max_bytes:
        raise Refused("too_large")
    shelf = Shelf(workplace, key, by)
    try:
        read = read_mail(data, shelf.limits, shelf.budget) if as_mail else None
        shelf.put(Inside(name, data, read), parent)
        store.settle(shelf.paths)
    except Exception as error:
        shelf.take_away()
        if isinstance(error, OSError | RecursionError | MemoryError):
            log.error("file not kept", error=type(error).__name__)
            raise Refused("no_room" if _is_full(error) else "not_kept") from error
        raise
    return shelf.items


def let_go(*, items: Iterable[Item]) -> None:
    """Take away what was laid down and will not be kept after all."""
    for item in items:
        store.remove(item.pk)


def keep(*, items: Iterable[Item], by: Person | None) -> None:
    """The quick half of :func:`seal`: save the rows, with an audit row for each."""
    items = list(items)
    if not items:
        return
    with recording(workplace=items[0].workplace, by=by) as record:
        Item.objects.bulk_create(items)
        for item in items:
            record("evidence.sealed", item, key=str(item.key_id), size=item.size, mark=_mark(item))


def original(item: Item) -> bytes:
    """The bytes as they came. Raises :class:`Tampered`."""
    try:
        data = store.read(item.pk, item.key.secret().age)
    except (store.Missing, cipher.CannotOpen) as error:
        raise Tampered(str(item.pk)) from error
    if hashlib.sha256(data).hexdigest() != item.sha256:
        raise Tampered(str(item.pk))
    return data


def look(*, item: Item, by: Person, original: bool = False) -> Shown:
    """Open the item for a person and record it. Raises :class:`Tampered`, which is recorded too.

    Ask who may see it first: this is the door's book, not its lock.
    """
    data = _opened(item, by)
    derivative = Derivative("download") if original else _derivative(item, data)
    with recording(workplace=item.workplace, by=by) as record:
        Look.objects.create(
            workplace=item.workplace, item=item, person=by, at=timezone.now(), original=original
        )
        record("evidence.looked", item, original=original)
    return Shown(item, derivative, data if original else None)


def picture(item: Item) -> Derivative:
    """The picture in the page of a ``look``. Raises :class:`Tampered`, also when it is in memory."""
    return _derivative(item, original(item))


def discard(*, items: Iterable[Item], by: Person) -> None:
    """Take back files of a draft nobody else has seen; sent evidence is never discarded."""
    for item in items:
        with recording(workplace=item.workplace, by=by) as record:
            discard(items=Item.objects.filter(parent=item), by=by)
            record("evidence.taken_back", item)
            transaction.on_commit(partial(store.remove, item.pk))
            item.delete()


def _opened(item: Item, by: Person) -> bytes:
    try:
        return original(item)
    except Tampered:
        with recording(workplace=item.workplace, by=by) as record:
            record("evidence.tampered", item)
        raise


def _derivative(item: Item, data: bytes) -> Derivative:
    def made() -> Derivative:
        return derive(item.label, data, limits())

    return PICTURES.drawn(item.pk, made) if item.label == "image" else made()


def _is_full(error: Exception) -> bool:
    return isinstance(error, OSError) and error.errno in {errno.ENOSPC, errno.EDQUOT}


def _mark(item: Item) -> str:
    """Ties the audit row to the content; tells nothing without the key, and dies with it."""
    return cipher.blind(item.key.secret().aes, item.sha256)
