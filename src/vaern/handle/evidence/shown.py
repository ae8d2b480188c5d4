"""What a person gets to see of a piece of evidence, with words for what was odd about it."""

from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from .letterhead import headers, letterhead
from .models import Item
from .problems import problem_words, remarks
from .showing import Derivative


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
    def text(self) -> str:
        """The words that are shown as text: all of them, or a mail's beside its HTML."""
        return str(self.content) if self.kind == "text" else self.plain

    @property
    def plain(self) -> str:
        """A mail's plain text, where its HTML says something else."""
        return self.derivative.plain

    @property
    def words(self) -> str:
        """What is written in a mail's HTML, without how it is laid out."""
        return self.derivative.words

    @property
    def outside(self) -> str:
        """Text that stands in a mail where mail programs do not show it."""
        return self.derivative.outside

    @property
    def letterhead(self) -> list[tuple[str, str]]:
        """What a mail says of itself, as (label, words); nothing for other files."""
        return letterhead(self._facts)

    @property
    def headers(self) -> list[tuple[str, str]]:
        """All of a mail's headers as (name, value), in the order they stood."""
        return headers(self._facts)

    @property
    def problem(self) -> str:
        """Words for why it cannot be shown (fully), or nothing."""
        return problem_words(self._code)

    @property
    def remarks(self) -> list[str]:
        """What else was odd, in words."""
        codes = (self.derivative.problem, self.item.problem, *self._facts.get("defects", ()))
        return remarks(codes, but=self._code)

    @property
    def _code(self) -> str:
        """That a file is of a kind we do not show is said last: why it is odd matters more."""
        codes = (self.derivative.problem, self.item.problem)
        return next((code for code in codes if code not in {"", "not_shown"}), codes[0])

    @property
    def _facts(self) -> dict[str, Any]:
        return self.derivative.facts
