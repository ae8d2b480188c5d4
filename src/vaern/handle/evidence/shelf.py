"""Laying a file and all that lies inside it on the shelf, outermost first."""

import hashlib
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from vaern.ground.people.models import Person, Workplace
from vaern.ground.vault.models import DataKey

from . import store
from .filenames import safe_name
from .limits import Limits
from .models import Item
from .reading import Inside, Read, read_file
from .uploads import MEGABYTE


def limits() -> Limits:
    """The workplace's limits on one file."""
    return Limits(max_bytes=settings.VAERN_MAX_FILE_MB * MEGABYTE)


class Shelf:
    """Items being laid down, outermost first."""

    def __init__(self, workplace: Workplace, key: DataKey, by: Person | None) -> None:
        self.workplace, self.key, self.by = workplace, key, by
        self.items: list[Item] = []
        self.paths: list[Path] = []

    def put(self, thing: Inside, parent: Item | None) -> None:
        """Read one thing, write it sealed, and go on with what lies inside it."""
        read = read_file(thing.data, thing.name, limits())
        item = self._item(thing, read, parent)
        self.paths.append(store.write(item.pk, self.key.secret().age, thing.data))
        self.items.append(item)
        for inner in read.inside:
            self.put(inner, item)

    def _item(self, thing: Inside, read: Read, parent: Item | None) -> Item:
        return Item(
            workplace=self.workplace,
            key=self.key,
            parent=parent,
            sealed_by=self.by,
            sealed_at=timezone.now(),
            name=safe_name(thing.name, otherwise="uden-navn"),
            sha256=hashlib.sha256(thing.data).hexdigest(),
            text="" if thing.told else read.text,
            facts=read.facts,
            mime=read.kind.mime,
            label=read.kind.label_code,
            size=len(thing.data),
            problem=read.problem,
        )
