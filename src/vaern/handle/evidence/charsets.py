"""Bytes to text, whatever the sender claimed about the alphabet."""

import codecs

# Only real alphabets. Python also has codecs that are slow on hostile input (punycode, idna).
_FAMILIES: tuple[str, ...] = (
    *("iso8859", "cp125", "cp4", "cp8", "cp9", "koi8", "mac", "gb", "big5", "shift_jis"),
    *("euc_", "iso2022", "utf", "ascii", "latin", "hz", "tis"),
)
# What senders call Western European text in practice; browsers read them as windows-1252 too.
_WESTERN = {"iso8859-1", "cp1252", "iso8859-15"}


def decode_text(data: bytes, declared: str | None = None) -> tuple[str, str | None]:
    """Return the text of `data` and a defect code when `declared` was not the truth.

    Never raises. The text holds no lone surrogates, so it can always be stored as UTF-8.
    """
    known = _codec(declared)
    if known is None:
        return _guess(data), "charset_guessed" if declared and not data.isascii() else None
    if known in _WESTERN and _is_utf8(data):
        return data.decode("utf-8"), "charset_guessed"
    try:
        return whole(data.decode("cp1252" if known == "iso8859-1" else known)), None
    except (UnicodeError, ValueError, OverflowError):
        return _guess(data), None if known == "iso8859-1" else "charset_guessed"


def whole(text: str) -> str:
    """Replace halves of surrogate pairs, which some codecs let through (utf-7 does)."""
    if not text.isascii():
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def _codec(declared: str | None) -> str | None:
    name = (declared or "").strip(" '\"").lower()
    try:
        found = codecs.lookup(name[:40]).name
    except (LookupError, ValueError):
        return None
    return found if found.startswith(_FAMILIES) else None


def _is_utf8(data: bytes) -> bool:
    """True for UTF-8 with at least one letter beyond ASCII: Danish in latin-1 never looks so."""
    if data.isascii():
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _guess(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return whole(data.decode("utf-16", "replace"))
    for name in ("utf-8-sig", "cp1252"):
        try:
            return data.decode(name)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")
