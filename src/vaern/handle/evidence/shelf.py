"""Laying a file and all that lies inside it on the shelf, outermost first."""

import hashlib
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from vaern.ground.people.models import Person, Workplace
from vaern.ground.vault.models import DataKey

from . import store
from .budget import Budget
from .filenames import safe_name
from .limits import Limits
from .models import Item
from .reading import Inside, Read, read_file, read_part
from .uploads import MEGABYTE


def limits() -> Limits:
    """The workplace's limits on one file."""
    return Limits(
        max_bytes=settings.VAERN_MAX_FILE_MB * MEGABYTE,
        max_pixels=settings.VAERN_MAX_MEGAPIXELS * 1_000_000,
        max_nesting=settings.VAERN_MAX_NESTING,
        max_parts=settings.VAERN_MAX_PARTS,
        max_header_bytes=settings.VAERN_MAX_HEADER_KB * 1024,
        max_text_chars=settings.VAERN_MAX_TEXT_CHARS,
    )


class Shelf:
    """Items being laid down, outermost first, within what one file is given."""

    def __init__(self, workplace: Workplace, key: DataKey, by: Person | None) -> None:
        self.workplace, self.key, self.by = workplace, key, by
        self.limits = limits()
        self.budget = Budget.of(self.limits)
        self.items: list[Item] = []
        self.paths: list[Path] = []

    def put(self, thing: Inside, parent: Item | None) -> None:
        """Read one thing, write it sealed, and go on with what lies inside it."""
        data = bytes(thing.source)
        read = thing.read or self._read(thing, data)
        item = self._item(thing, data, read, parent)
        self.paths.append(store.path_of(item.pk))
        store.write(item.pk, self.key.secret().age, data)
        self.items.append(item)
        for inner in read.inside:
            self.put(inner, item)

    def take_away(self) -> None:
        """Leave nothing behind of what was begun."""
        for path in self.paths:
            store.sweep(path)

    def _read(self, thing: Inside, data: bytes) -> Read:
        if thing.raw:
            return read_part(data, thing.name, self.limits, self.budget)
        return read_file(data, thing.name, self.limits, self.budget, thing.nesting)

    def _item(self, thing: Inside, data: bytes, read: Read, parent: Item | None) -> Item:
        return Item(
            workplace=self.workplace,
            key=self.key,
            parent=parent,
            sealed_by=self.by,
            sealed_at=timezone.now(),
            name=safe_name(thing.name, otherwise="uden-navn"),
            sha256=hashlib.sha256(data).hexdigest(),
            text=read.text,
            facts=read.facts,
            mime=read.kind.mime,
            label=read.kind.label_code,
            size=len(data),
            problem=read.problem,
        )
