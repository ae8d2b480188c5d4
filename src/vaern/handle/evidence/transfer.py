"""The wrapping mail puts around bytes on their way (RFC 2045 section 6), taken off."""

import binascii
import re
import string
from io import BytesIO

PLAIN = {"", "7bit", "8bit", "binary"}
_LETTERS = (string.ascii_letters + string.digits + "+/=").encode()
_FOREIGN = bytes(set(range(256)) - set(_LETTERS))
_FOREIGN_SHARE = 0.02  # more than this share of other letters: it never was base64
_MOST_STRETCHES = 10_000  # more glued pieces than that is nobody's mail
_UU_BEGIN = re.compile(rb"^begin [^\n]*\n", re.MULTILINE)


def unwrap(raw: bytes, encoding: str) -> tuple[bytes, str | None]:
    """Return the bytes meant by `raw` and a defect code. Never raises.

    A defect code means that something may be missing: the caller keeps `raw` too.
    """
    if encoding == "base64":
        return _base64(raw)
    if encoding == "quoted-printable":
        return binascii.a2b_qp(raw), None
    if encoding in {"x-uuencode", "uuencode", "x-uue", "uue"}:
        return _uuencoded(raw)
    return raw, None if encoding in PLAIN else "bad_quoted_text"


def _base64(raw: bytes) -> tuple[bytes, str | None]:
    lines = raw.translate(None, b"\r\n\t")
    foreign = len(lines.translate(None, _LETTERS))
    if foreign > _FOREIGN_SHARE * len(lines):
        return raw, "bad_base64"  # plain text that says it is base64
    code = lines.replace(b" ", b"")
    try:
        return binascii.a2b_base64(code, strict_mode=True), None
    except binascii.Error:
        return _salvaged(code.translate(None, _FOREIGN)), "bad_base64"


def _salvaged(code: bytes) -> bytes:
    """What can be had of cut or glued base64: each stretch up to a padding sign by itself."""
    if code.count(b"=") > _MOST_STRETCHES:
        return code
    out: list[bytes] = []
    for stretch in code.split(b"="):
        usable = stretch[:-1] if len(stretch) % 4 == 1 else stretch  # six bits alone are no byte
        out.append(binascii.a2b_base64(usable + b"=" * (-len(usable) % 4)))
    return b"".join(out)


def _uuencoded(raw: bytes) -> tuple[bytes, str | None]:
    begin = _UU_BEGIN.search(raw)
    if begin is None:
        return raw, "bad_quoted_text"
    out = bytearray()
    for line in BytesIO(raw[begin.end() :]):
        if line.strip() in {b"end", b"`"}:
            return bytes(out), None
        try:
            out += binascii.a2b_uu(line)
        except binascii.Error:
            break
    return bytes(out), "bad_quoted_text"
