"""Sealing bytes: AES-256-GCM for fields, age for files, HMAC and AES-SIV for look-ups.

Pure functions on key material; where keys live and who may use them is told elsewhere.
"""

import hashlib
import hmac
import json
import os
from base64 import b64decode, b64encode
from dataclasses import dataclass
from functools import lru_cache

import pyrage
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM, AESSIV
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

VERSION = b"\x01"
NONCE_BYTES = 12


class CannotOpen(Exception):
    """The key does not fit, or the sealed bytes were changed or moved to another row."""


@dataclass(frozen=True, slots=True)
class Secret:
    """Key material of one data key: 32 bytes for fields, an age identity for files."""

    aes: bytes
    age: str

    def dump(self) -> bytes:
        return json.dumps({"aes": b64encode(self.aes).decode(), "age": self.age}).encode()

    @classmethod
    def load(cls, raw: bytes) -> "Secret":
        data = json.loads(raw)
        return cls(aes=b64decode(data["aes"]), age=data["age"])

    @classmethod
    def generate(cls) -> "Secret":
        return cls(aes=os.urandom(32), age=str(pyrage.x25519.Identity.generate()))


def seal(key: bytes, plain: bytes, context: str) -> bytes:
    """Encrypt and bind to ``context`` (table, column and row): it opens nowhere else."""
    nonce = os.urandom(NONCE_BYTES)
    return VERSION + nonce + AESGCM(key).encrypt(nonce, plain, context.encode())


def unseal(key: bytes, sealed: bytes, context: str) -> bytes:
    """Decrypt what :func:`seal` made. Raises :class:`CannotOpen`."""
    nonce, body = sealed[1 : 1 + NONCE_BYTES], sealed[1 + NONCE_BYTES :]
    try:
        if sealed[:1] != VERSION:
            raise CannotOpen(context)
        return AESGCM(key).decrypt(nonce, body, context.encode())
    except (InvalidTag, ValueError) as error:
        raise CannotOpen(context) from error


def seal_file(age: str, plain: bytes) -> bytes:
    """Encrypt a whole file to the data key's own age recipient."""
    identity = pyrage.x25519.Identity.from_str(age)
    sealed: bytes = pyrage.encrypt(plain, [identity.to_public()])
    return sealed


def unseal_file(age: str, sealed: bytes) -> bytes:
    """Decrypt what :func:`seal_file` made. Raises :class:`CannotOpen`."""
    try:
        plain: bytes = pyrage.decrypt(sealed, [pyrage.x25519.Identity.from_str(age)])
    except pyrage.DecryptError as error:
        raise CannotOpen("file") from error
    return plain


@lru_cache(maxsize=1024)
def derive(key: bytes, purpose: str, length: int = 32) -> bytes:
    """A sub-key for one purpose, so that no key serves two."""
    return HKDF(SHA256(), length, salt=None, info=purpose.encode()).derive(key)


def blind(key: bytes, value: str) -> str:
    """A look-up mark for ``value``: equal for equal values, tells nothing without the key."""
    mark_key = derive(key, "blind-index")
    return hmac.new(mark_key, value.strip().casefold().encode(), hashlib.sha256).hexdigest()


def seal_lookup(key: bytes, plain: str, context: str) -> str:
    """Deterministic encryption (AES-SIV): the same text always gives the same mark."""
    siv = AESSIV(derive(key, "lookup", 64))
    return b64encode(siv.encrypt(plain.encode(), [context.encode()]), altchars=b"-_").decode()


def unseal_lookup(key: bytes, sealed: str, context: str) -> str:
    """Decrypt what :func:`seal_lookup` made. Raises :class:`CannotOpen`."""
    siv = AESSIV(derive(key, "lookup", 64))
    try:
        raw = b64decode(sealed, altchars=b"-_", validate=True)
        return siv.decrypt(raw, [context.encode()]).decode()
    except (InvalidTag, ValueError) as error:
        raise CannotOpen(context) from error
