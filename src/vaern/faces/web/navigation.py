"""The main menu: which doors a person is shown, and which one she stands in."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Door:
    """A menu entry; `roles` empty means every signed-in person of a workplace."""

    view: str
    text: Promise
    roles: frozenset[str] = frozenset()
    counted: bool = False


@dataclass(frozen=True)
class NavEntry:
    """A door as one person sees it on one page; `count` of what is new behind it."""

    code: str
    url: str
    text: Promise
    current: bool
    count: int = 0


DOORS = (
    Door("home", _("Forside")),
    Door("cases:tasks", _("Mine opgaver")),
    Door("cases:mine", _("Mine sager")),
    Door("reports:mine", _("Mine indberetninger")),
    Door("notify:inbox", _("Indbakke"), counted=True),
    Door("inbox:list", _("Modtaget post"), roles=frozenset({"hr", "communications"})),
    Door("law:rules", _("Beredskab og regler")),
    Door("people:staff", _("Medarbejdere"), roles=frozenset({"administrator", "hr"})),
)


def place(view: str) -> str | None:
    """The address of a named page, or None while nobody has built it."""
    try:
        return reverse(view)
    except NoReverseMatch:
        return None


def entries(roles: Collection[str], current: str, unread: int) -> Iterator[NavEntry]:
    """The doors open to these roles, in menu order; `current` is the name of the open page."""
    for door in DOORS:
        url = place(door.view)
        if url is None or (door.roles and not door.roles & set(roles)):
            continue
        count = unread if door.counted else 0
        yield NavEntry(door.view, url, door.text, door.view == current, count)
