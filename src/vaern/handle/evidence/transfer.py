"""The wrapping mail puts around bytes on their way (RFC 2045 section 6), taken off."""

import binascii
import string

_ALPHABET = (string.ascii_letters + string.digits + "+/=\r\n\t").encode()
_FOREIGN_SHARE = 0.02  # more than this share of other letters: it never was base64


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
    known = encoding in {"", "7bit", "8bit", "binary"}
    return raw, None if known else "bad_quoted_text"


def _base64(raw: bytes) -> tuple[bytes, str | None]:
    lines = b"\n".join(line.strip() for line in raw.splitlines())
    foreign = len(lines.translate(None, _ALPHABET))
    if foreign > _FOREIGN_SHARE * len(lines):
        return raw, "bad_base64"  # plain text that says it is base64
    code = lines.translate(None, b"\r\n\t")
    try:
        return binascii.a2b_base64(code, strict_mode=bool(code)), None
    except binascii.Error:
        return _salvaged(code), "bad_base64"


def _salvaged(code: bytes) -> bytes:
    """What can be had of cut or glued base64: each stretch up to a padding sign by itself."""
    out: list[bytes] = []
    for stretch in code.translate(None, b" ").split(b"="):
        usable = stretch.translate(None, bytes(set(range(256)) - set(_ALPHABET)))
        if len(usable) % 4 == 1:  # six bits alone are no byte
            usable = usable[:-1]
        out.append(binascii.a2b_base64(usable + b"=" * (-len(usable) % 4)))
    return b"".join(out)


def _uuencoded(raw: bytes) -> tuple[bytes, str | None]:
    lines = raw.splitlines()
    begin = next((n for n, line in enumerate(lines) if line.startswith(b"begin ")), None)
    if begin is None:
        return raw, "bad_quoted_text"
    out: list[bytes] = []
    for line in lines[begin + 1 :]:
        if line.strip() in {b"end", b"`"}:
            return b"".join(out), None
        try:
            out.append(binascii.a2b_uu(line))
        except binascii.Error:
            break
    return b"".join(out), "bad_quoted_text"
