"""What a file is by its content, whatever its name says (libmagic, and our own closer look)."""

import re
from dataclasses import dataclass

import magic

from .containers import is_locked_pdf, look_into_ole, look_into_zip
from .kinds_of_file import KINDS, SAME, claimed
from .mail import looks_like_mail

_WINDOW = 1024 * 1024  # libmagic decides on the beginning
_HTML = re.compile(
    rb"<\s*(!doctype\s+html|html|head|body|script|iframe|object|embed|form|meta|img|a\s)",
    re.IGNORECASE,
)
_SVG = re.compile(rb"<\s*(?:[a-z]{1,20}:)?svg[\s>]", re.IGNORECASE)
_LOCKED_MAIL = re.compile(
    rb"^content-type:\s*(application/(x-)?pkcs7-mime|multipart/encrypted)",
    re.IGNORECASE | re.MULTILINE,
)
_HEIC = {b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1"}
_PGP = b"-----BEGIN PGP MESSAGE-----"


@dataclass(frozen=True, slots=True)
class TrueType:
    """The type found by content.

    `label_code` is one of empty, image, svg, html, mail, outlook, text, document, pdf,
    archive, locked, sound, video, program, unknown. `extension` has no dot and may be empty.
    `encrypted` means that a password or key may be needed.
    """

    mime: str
    label_code: str
    extension: str
    agrees_with_name: bool
    encrypted: bool


def true_type(data: bytes, name: str) -> TrueType:
    """Find the type of `data`; `name` is only compared with it. Never raises."""
    mime, encrypted = _by_content(data)
    kind = KINDS.get(mime) or KINDS["application/octet-stream"]
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    label = _script_by_name(ending) if kind.label == "text" else kind.label
    return TrueType(
        mime=mime,
        label_code=label if mime in KINDS else _family(mime),
        extension=kind.ending if mime in KINDS else "",
        agrees_with_name=_agrees(mime, label, ending),
        encrypted=encrypted,
    )


def _by_content(data: bytes) -> tuple[str, bool]:
    """The media type, and whether the content is locked."""
    if not data:
        return "application/x-empty", False
    mime = _magic(data[:_WINDOW])
    if data.startswith(b"%PDF-") or mime == "application/pdf":
        return "application/pdf", is_locked_pdf(data)
    if data.startswith(b"PK\x03\x04"):
        return look_into_zip(data, mime)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return look_into_ole(data, mime)
    return _textual(data, "image/heic" if _is_heic(data) else mime)


def _textual(data: bytes, mime: str) -> tuple[str, bool]:
    if data[:200].lstrip().startswith(_PGP):
        return "application/pgp-encrypted", True
    if not _is_text(mime):
        return mime, mime in {"application/pkcs7-mime", "application/pgp-encrypted"}
    beginning = data[:65_536]
    if looks_like_mail(beginning):
        return "message/rfc822", bool(_LOCKED_MAIL.search(beginning))
    return _markup(beginning[:8_192], mime), False


def _markup(beginning: bytes, mime: str) -> str:
    if mime == "text/x-script":
        return mime
    if _SVG.search(beginning):
        return "image/svg+xml"
    if mime == "text/html" or _HTML.search(beginning):
        return "text/html"
    return mime if mime in KINDS else "text/plain"


def _is_heic(data: bytes) -> bool:
    return data[4:8] == b"ftyp" and data[8:12] in _HEIC


def _is_text(mime: str) -> bool:
    by_word = mime.startswith(("text/", "message/")) or mime.endswith(("xml", "json"))
    return by_word or mime == "application/octet-stream"


def _magic(beginning: bytes) -> str:
    try:
        found = str(magic.from_buffer(beginning, mime=True))
    except Exception:  # libmagic gives up on some input; then nothing is known
        return "application/octet-stream"
    return SAME.get(found, found)


def _agrees(mime: str, label: str, ending: str) -> bool:
    promised = claimed(ending)
    if label == "program":
        return not ending or mime in promised or "text/x-script" in promised
    return not promised or mime in promised


def _script_by_name(ending: str) -> str:
    """Text that a double click would run is a program to us."""
    return "program" if ending in KINDS["text/x-script"].fits else "text"


def _family(mime: str) -> str:
    families = {"image": "image", "audio": "sound", "video": "video", "text": "text"}
    return families.get(mime.partition("/")[0], "unknown")
