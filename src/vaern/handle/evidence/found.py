"""What has been found in one mail so far, in the order it stood."""

import re
from dataclasses import dataclass, field

from .budget import Budget
from .cutting import GAP, ends
from .filenames import safe_name
from .letter import Attachment, Mail
from .limits import Limits
from .markup import slim
from .parts import Part

_PGP_ARMOUR = "-----BEGIN PGP MESSAGE-----"
_LONGEST_OUTSIDE = 10_000
# What mail programs themselves write above the parts, for readers from before 1996.
_CUSTOMARY = re.compile(
    r"\s*(this is an? (multi-?part|\S{1,40} signed|encrypted) message|this message is in mime"
    r"|this is a mime|dette er en (flerdelt|multipart)|--)",
    re.IGNORECASE,
)


@dataclass
class Found:
    """Texts, files and inner mails of one mail, and what was wrong with them."""

    limits: Limits
    budget: Budget
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
        marked_up = declared == "text/html"
        kept = self.htmls if marked_up else self.texts
        room = max(self.limits.max_text_chars - sum(map(len, kept)), 0)
        self.note("encrypted_pgp" if _PGP_ARMOUR in text else None)
        if len(text) > room and marked_up:
            text = slim(text)
        pieces = ends(text, self.budget.text(room, len(text)))
        if len(pieces) > 1:
            self.note("text_cut")
            self.keep_raw(data, declared)
            pieces = (pieces[0], GAP, pieces[1])
        # Pieces of HTML stay apart: a tag or a comment left open must not swallow the next.
        kept += pieces if marked_up else ("\n\n".join(pieces),)

    def add_outside(self, data: bytes, text: str) -> None:
        """Add what stood between the parts, where mail programs do not show it."""
        if len(text) < 400 and _CUSTOMARY.match(text):
            return
        self.note("text_outside")
        if len(text) > _LONGEST_OUTSIDE:
            self.keep_raw(data, "text/plain")
        else:
            self.outside.append(text)

    def add_file(self, part: Part, data: bytes) -> None:
        """Add a part as an attachment."""
        name = safe_name(part.name, otherwise=self._next_name())
        self._keep(Attachment(name, part.content_type, data))

    def keep_raw(self, data: bytes, declared: str) -> None:
        """Keep the bytes of something that could not be read in full."""
        self._keep(Attachment(self._next_name(), declared, data, kept_raw=True))

    def _keep(self, attachment: Attachment) -> None:
        """What there is no room for beside the mail stays in it."""
        if self.budget.take(len(attachment.data)):
            self.attachments.append(attachment)
        else:
            self.note("too_many_parts")

    def _next_name(self) -> str:
        return f"uden-navn-{len(self.attachments) + 1}"
