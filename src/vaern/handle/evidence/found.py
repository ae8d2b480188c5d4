"""What has been found in one mail so far, in the order it stood."""

from dataclasses import dataclass, field

from .filenames import safe_name
from .letter import Attachment, Mail
from .parts import Part

_PGP_ARMOUR = "-----BEGIN PGP MESSAGE-----"
_GAP = "\n\n[…]\n\n"
_LONGEST_OUTSIDE = 10_000


@dataclass
class Found:
    """Texts, files and inner mails of one mail, and what was wrong with them."""

    max_text_chars: int
    texts: list[str] = field(default_factory=list)
    htmls: list[str] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    nested: list[Mail] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    defects: dict[str, None] = field(default_factory=dict)

    def note(self, *codes: str | None) -> None:
        """Remember defects, each once, in the order they were met."""
        self.defects.update((code, None) for code in codes if code)

    def add_text(self, text: str, data: bytes, declared: str) -> None:
        """Add a text or HTML body; one beyond the limit is cut, and `data` kept as a file."""
        kept = self.htmls if declared == "text/html" else self.texts
        room = max(self.max_text_chars - sum(map(len, kept)), 0)
        self.note("encrypted_pgp" if _PGP_ARMOUR in text else None)
        if len(text) > room:
            self.note("text_cut")
            self.keep_raw(data, declared)
            # Both ends stay: a threat may stand under a wall of filling.
            text = text[: room // 2] + _GAP + text[len(text) - room // 2 :]
        kept.append(text)

    def add_outside(self, data: bytes, text: str) -> None:
        """Add what stood between the parts, where mail programs do not show it."""
        if len(text) > _LONGEST_OUTSIDE:
            self.keep_raw(data, "text/plain")
        else:
            self.outside.append(text)

    def add_file(self, part: Part, data: bytes) -> None:
        """Add a part as an attachment."""
        name = safe_name(part.name, otherwise=self._next_name())
        inline = part.disposition == "inline" or bool(part.content_id)
        self.attachments.append(Attachment(name, part.content_type, data, inline, part.content_id))

    def keep_raw(self, data: bytes, declared: str) -> None:
        """Keep the bytes of something that could not be read in full."""
        self.attachments.append(Attachment(self._next_name(), declared, data, kept_raw=True))

    def _next_name(self) -> str:
        return f"uden-navn-{len(self.attachments) + 1}"
