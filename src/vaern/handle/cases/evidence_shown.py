"""Evidence and contacts as the case page shows them: nothing of what the evidence says."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from vaern.handle.cases import wording
from vaern.handle.cases.models import Contact
from vaern.handle.evidence.models import Item, Look
from vaern.handle.evidence.problems import problem_words


@dataclass(frozen=True)
class ItemShown:
    """A piece of evidence before anybody asks to see it. ``inside``: it lay in another.

    ``looks`` are those who have seen it, each with the last time, the latest first.
    """

    item: Item
    title: str
    size: str
    summary: str
    inside: bool
    looks: tuple[tuple[str, datetime], ...] = ()

    @property
    def box(self) -> str:
        """The id of its box on the page."""
        return f"bevis-{self.item.pk}"

    @property
    def mark(self) -> str:
        """The start of the SHA-256 of the original: enough to tell two files apart."""
        return self.item.sha256[:12]


def listed(items: Iterable[Item], looks: Iterable[Look] = ()) -> list[ItemShown]:
    """The evidence numbered as it came, each whole followed by what lay inside it."""
    ordered = enumerate(unfolded(list(items)), start=1)
    seen = _last_looks(looks)
    return [item_shown(item, number, seen.get(item.pk, {})) for number, item in ordered]


def _last_looks(looks: Iterable[Look]) -> dict[UUID, dict[str, datetime]]:
    """For each item who has seen it and when last; the latest first."""
    seen: dict[UUID, dict[str, datetime]] = {}
    for one in sorted(looks, key=lambda look: look.at, reverse=True):
        seen.setdefault(one.item_id, {}).setdefault(one.person.name, one.at)
    return seen


def item_shown(item: Item, number: int, looks: Mapping[str, datetime]) -> ItemShown:
    inside = item.parent_id is not None
    said = [_("Lå inde i beviset ovenfor.") if inside else "", problem_words(item.problem)]
    return ItemShown(
        item=item,
        title=f"{number}. {wording.evidence_words(item.label)}",
        size=filesizeformat(item.size),
        summary=" ".join(one for one in said if one),
        inside=inside,
        looks=tuple(looks.items()),
    )


def unfolded(items: list[Item]) -> list[Item]:
    """Each item followed by what lay inside it."""
    inside: dict[UUID | None, list[Item]] = {}
    known = {item.pk for item in items}
    for item in items:
        parent = item.parent_id if item.parent_id in known else None
        inside.setdefault(parent, []).append(item)

    def walk(parent: UUID | None) -> Iterable[Item]:
        for item in inside.get(parent, []):
            yield item
            yield from walk(item.pk)

    return list(walk(None))


@dataclass(frozen=True)
class ContactShown:
    """A contact outside, ready to read."""

    words: str
    number_words: str
    reference: str
    who: str
    at: datetime
    by: str
    on: date | None
    filed_by: str
    about: str = ""


def contacts(rows: Iterable[Contact], *, several: bool) -> list[ContactShown]:
    """The contacts; whom each is about is said where it hit ``several``."""
    return [contact(row, several=several) for row in rows]


def contact(row: Contact, *, several: bool = False) -> ContactShown:
    return ContactShown(
        words=wording.contact_words(row.kind),
        number_words=wording.reference_words(row.kind),
        reference=row.reference,
        who=row.who,
        at=row.at,
        by=row.by.name if row.by else "",
        on=row.on,
        filed_by=row.filed_by,
        about=row.person.name if several and row.person else "",
    )
