"""Sealing evidence, opening it, and recording who looked."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from django.db import transaction
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from vaern.ground.audit.actions import recording
from vaern.ground.people.models import Person, Workplace
from vaern.ground.vault import cipher
from vaern.ground.vault.models import DataKey

from . import store
from .letterhead import letterhead
from .models import Item, Look
from .problems import problem_words
from .reading import Inside
from .shelf import Shelf, limits
from .showing import Derivative, derive


class Refused(Exception):
    """A file that is not kept: ``code`` is ``empty`` or ``too_large``; ``str()`` says it in words."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)

    def __str__(self) -> str:
        return problem_words(self.code)


class Tampered(Exception):
    """The sealed original is missing or not what it was when it was sealed."""

    def __str__(self) -> str:
        return problem_words("tampered")


@dataclass(frozen=True)
class Shown:
    """What a person asked to see of an item: a derivative, or the original's bytes."""

    item: Item
    derivative: Derivative
    original: bytes | None = None

    @property
    def kind(self) -> str:
        """text, html, image or download."""
        return self.derivative.kind

    @property
    def content(self) -> str | bytes:
        return self.derivative.content

    @property
    def html(self) -> SafeString:
        """Harmless HTML for a page (see ``hypertext.safe_html``); nothing for other kinds."""
        ours = self.content if self.kind == "html" and isinstance(self.content, str) else ""
        return mark_safe(ours)  # noqa: S308 - cleaned by nh3 down to bare tags

    @property
    def letterhead(self) -> list[tuple[str, str]]:
        """What a mail says of itself, as (label, words); nothing for other files."""
        return letterhead(self.derivative.facts)

    @property
    def problem(self) -> str:
        """Words for why it cannot be shown (fully), or nothing."""
        return problem_words(self.derivative.problem)


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
) -> list[Item]:
    """The slow half of :func:`seal`, outside any transaction: files on disk, rows not yet saved.

    Call it before the transaction begins, so that nobody waits for a disk behind its lock.
    """
    if not data:
        raise Refused("empty")
    if len(data) > limits().max_bytes:
        raise Refused("too_large")
    shelf = Shelf(workplace, key, by)
    shelf.put(Inside(name, data), parent)
    store.settle(shelf.paths)
    return shelf.items


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
    derivative = derive(item.label, data, limits())
    with recording(workplace=item.workplace, by=by) as record:
        Look.objects.create(
            workplace=item.workplace, item=item, person=by, at=timezone.now(), original=original
        )
        record("evidence.looked", item, original=original)
    return Shown(item, derivative, data if original else None)


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


def _mark(item: Item) -> str:
    """Ties the audit row to the content; tells nothing without the key, and dies with it."""
    return cipher.blind(item.key.secret().aes, item.sha256)
