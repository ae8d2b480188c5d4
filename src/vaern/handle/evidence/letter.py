"""What a mail is once read: plain values that can be shown, sealed and judged."""

from dataclasses import dataclass, field
from datetime import datetime

from .heads import Header
from .stamps import Address

_CLOSED = ("encrypted_smime", "encrypted_pgp", "signed_opaque")


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside a mail, evidence of its own. `name` is safe to show and to store under.

    `declared_type` is the sender's word and not the truth; ask `true_type` for that.
    `kept_raw` marks a copy of something that could not be read in full.
    """

    name: str
    declared_type: str
    data: bytes = field(repr=False)
    kept_raw: bool = False


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail read in full. Everything in it is the sender's word.

    `text` and `htmls` are the body as sent (either may be empty; HTML stays in the pieces it
    came in); `outside` is text that stood between the parts, where mail programs do not show
    it. `sent_at` is aware or None. `nested` are the mails inside, `name` the file name a nested
    one had. `defects` are codes explained in `messages.TEXTS`. `source` is where a mail lay
    inside another.
    """

    sender: Address | None
    to: tuple[Address, ...]
    cc: tuple[Address, ...]
    sent_at: datetime | None
    message_id: str
    subject: str
    text: str = field(repr=False)
    htmls: tuple[str, ...] = field(repr=False)
    headers: tuple[Header, ...] = field(repr=False)
    attachments: tuple[Attachment, ...]
    nested: tuple["Mail", ...]
    outside: tuple[str, ...] = field(default=(), repr=False)
    defects: tuple[str, ...] = ()
    name: str = ""
    source: memoryview = field(default=memoryview(b""), repr=False)  # a view: copies add up

    @property
    def html(self) -> str:
        """All of the HTML."""
        return "\n".join(self.htmls)

    @property
    def raw(self) -> bytes:
        """The exact bytes of a mail that lay in another; empty for the outermost."""
        return bytes(self.source)

    def header(self, name: str) -> str:
        """The first header of that name, decoded, or empty."""
        wanted = name.lower()
        return next((h.value for h in self.headers if h.name.lower() == wanted), "")

    @property
    def closed(self) -> str | None:
        """The code of why the text is not available (encrypted or sealed), or None."""
        return next((code for code in _CLOSED if code in self.defects), None)

    def all_attachments(self) -> tuple[Attachment, ...]:
        """Attachments of this mail and of every mail inside it, outermost first."""
        inner = (found for mail in self.nested for found in mail.all_attachments())
        return (*self.attachments, *inner)
