"""What may be said about a piece of evidence before anyone has asked to see it."""

from dataclasses import dataclass
from datetime import datetime

from .truetype import TrueType

# Written so that nothing of the content shows: no names, no subject, not even the file's name.
LABELS: dict[str, tuple[str, str]] = {
    "empty": ("Tom fil", "Empty file"),
    "image": ("Billede", "Picture"),
    "svg": ("Tegning (SVG)", "Drawing (SVG)"),
    "html": ("Webside", "Web page"),
    "mail": ("E-mail", "E-mail"),
    "outlook": ("Outlook-fil", "Outlook file"),
    "text": ("Tekst", "Text"),
    "document": ("Dokument", "Document"),
    "pdf": ("PDF-dokument", "PDF document"),
    "archive": ("Pakket fil", "Archive"),
    "locked": ("Krypteret fil", "Encrypted file"),
    "sound": ("Lydoptagelse", "Sound recording"),
    "video": ("Video", "Video"),
    "program": ("Program", "Program"),
    "unknown": ("Ukendt filtype", "Unknown kind of file"),
}


@dataclass(frozen=True, slots=True)
class Summary:
    """Kind, size in bytes and time of arrival; nothing that tells what the evidence says."""

    label_code: str
    label_da: str
    label_en: str
    size: int
    received_at: datetime
    locked: bool
    viewable: bool
    name_disagrees: bool


def summarise(kind: TrueType, *, size: int, received_at: datetime) -> Summary:
    """Return the neutral summary; raises ValueError for a time without a zone."""
    if received_at.tzinfo is None:
        raise ValueError("received_at must be aware")
    da, en = LABELS[kind.label_code]
    return Summary(
        label_code=kind.label_code,
        label_da=da,
        label_en=en,
        size=size,
        received_at=received_at,
        locked=kind.encrypted,
        viewable=kind.viewable,
        name_disagrees=not kind.agrees_with_name,
    )
