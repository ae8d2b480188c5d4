"""Bytes to text, whatever the sender claimed about the alphabet."""

import codecs
import re

# Only real alphabets. Python also has codecs that are slow on hostile input (punycode, idna).
_FAMILIES: tuple[str, ...] = (
    *("iso8859", "cp125", "cp4", "cp8", "cp9", "koi8", "mac", "gb", "big5", "shift_jis"),
    *("euc_", "iso2022", "utf", "ascii", "latin", "hz", "tis"),
)
# Names senders use and Python does not know, without the x- some put in front.
_ALSO_CALLED = {
    "windows-31j": "cp932",
    "windows-874": "cp874",
    "windows-949": "cp949",
    "iso-8859-6-i": "iso8859-6",
    "iso-8859-8-i": "iso8859-8",
    "unicode-1-1-utf-7": "utf-7",
}
# The larger alphabet that is meant in practice; browsers read it so too (the WHATWG's table).
_MEANT = {
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "utf-8": "utf-8-sig",
}
# One byte a letter and the Latin alphabet: text in them that is valid UTF-8 is UTF-8.
_WESTERN = {"cp1252", "cp1254", "iso8859-15", "mac-roman"}
_OF_ONE_BYTE = ("iso8859", "cp125", "cp8", "cp4", "koi8", "mac")
_SURELY = 6  # bytes beyond ASCII: a short word in Cyrillic may look like UTF-8 by chance
_STATED = re.compile(
    rb"<meta[^>]{1,200}?charset\s{0,9}=\s{0,9}[\"']?([\w.:-]{2,40})", re.IGNORECASE
)
_DECLARED_ABOVE = 4_096  # where a page says its alphabet; the HTML standard asks for 1,024 bytes


def decode_text(data: bytes, declared: str | None = None) -> tuple[str, str | None]:
    """Return the text of `data` and a defect code when `declared` was not the truth.

    Never raises. The text holds no lone surrogates, so it can always be stored as UTF-8.
    """
    known = _codec(declared)
    if known is None:
        return _guess(data), "charset_guessed" if declared and not data.isascii() else None
    if known.startswith(_OF_ONE_BYTE) and _is_utf8(data, 1 if known in _WESTERN else _SURELY):
        return data.decode("utf-8-sig"), "charset_guessed"
    try:
        return whole(data.decode(known)), None
    except (UnicodeError, ValueError, OverflowError):
        return _guess(data), None if known == "cp1252" else "charset_guessed"


def stated_in(page: bytes) -> str | None:
    """The alphabet a web page says it is written in; a page cannot say it is UTF-16 in ASCII."""
    found = _STATED.search(page[:_DECLARED_ABOVE])
    name = found[1].decode("ascii", "replace") if found else None
    return None if name and name.lower().startswith("utf-16") else name


def whole(text: str) -> str:
    """Replace halves of surrogate pairs, which some codecs let through (utf-7 does)."""
    if not text.isascii():
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def _codec(declared: str | None) -> str | None:
    name = (declared or "").strip(" '\"").lower()[:40].removeprefix("x-")
    try:
        found = codecs.lookup(_ALSO_CALLED.get(name, name)).name
    except (LookupError, ValueError):
        return None
    return _MEANT.get(found, found) if found.startswith(_FAMILIES) else None


def _is_utf8(data: bytes, least: int) -> bool:
    """True for UTF-8 with letters beyond ASCII: text in one byte a letter hardly ever looks so."""
    if data.isascii():
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return least <= 1 or len(data.translate(None, bytes(range(128)))) >= least


def _guess(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return whole(data.decode("utf-16", "replace"))
    for name in ("utf-8-sig", "cp1252"):
        try:
            return data.decode(name)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")
