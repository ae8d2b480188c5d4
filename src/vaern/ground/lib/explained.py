"""A choice label that carries an example along, for cards in plain words."""

from dataclasses import dataclass
from typing import Protocol


class Words(Protocol):
    """Text now or text later (a lazy translation): anything `str()` turns into words."""

    def __str__(self) -> str: ...


@dataclass(frozen=True)
class Explained:
    """Use as the label in a choice list: `("threat", Explained(_("Trusler"), _("Fx …")))`."""

    text: Words
    example: Words = ""

    def __str__(self) -> str:
        return str(self.text)
