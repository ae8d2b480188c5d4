"""Where outgoing e-mail goes and who it comes from."""

from email.utils import parseaddr
from typing import Any
from urllib.parse import SplitResult, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.validators import validate_email

from vaern.config import environment

SMTP = "django.core.mail.backends.smtp.EmailBackend"
PORTS = {"smtp": 25, "smtp+starttls": 587, "smtps": 465}


def settings(mode: str) -> tuple[str, dict[str, Any]]:
    """Django's mail backend and its parameters, from ``VAERN_SMTP_URL``.

    Without a server nothing is sent: the inbox in the app still has every notice, and each
    e-mail is shown as failed. In production a server must be named.
    """
    url = environment.text("VAERN_SMTP_URL")
    if not url and mode == "production":
        raise ImproperlyConfigured(
            "VAERN_SMTP_URL is not set. Write e.g. smtp+starttls://user:password@mail.example.dk:587"
        )
    parts, port = _parts(url or "smtp://127.0.0.1:1025")
    return SMTP, {
        "host": parts.hostname,
        "port": port,
        "user": unquote(parts.username or ""),
        "password": unquote(parts.password or ""),
        "starttls": parts.scheme == "smtp+starttls",
        "tls": parts.scheme == "smtps",
    }


def goes_out(mode: str) -> bool:
    """Can an e-mail reach anybody? A demo has no server unless one is named."""
    return mode != "demo" or bool(environment.text("VAERN_SMTP_URL"))


def _parts(url: str) -> tuple[SplitResult, int]:
    """The address taken apart, and its port. What is wrong with it is said without quoting it."""
    try:
        parts = urlsplit(url)
        port = parts.port or PORTS.get(parts.scheme, 0)
    except ValueError as error:
        raise ImproperlyConfigured(
            "VAERN_SMTP_URL cannot be read. Write smtp+starttls://user:password@host:587, and in "
            "user and password write %2F for /, %3A for :, %40 for @, %23 for #, %3F for ?."
        ) from error
    if not port or not parts.hostname or parts.path.strip("/"):
        raise ImproperlyConfigured(
            "VAERN_SMTP_URL must start with smtp://, smtp+starttls:// or smtps://, then "
            "user:password@host:port and nothing more."
        )
    return parts, port


def sender(mode: str) -> str:
    """The address Værn's e-mails come from, ``VAERN_MAIL_FROM``."""
    address = environment.text("VAERN_MAIL_FROM")
    if not address and mode == "production":
        raise ImproperlyConfigured(
            "VAERN_MAIL_FROM is not set. Write the address Værn's e-mails come from, "
            "e.g. VAERN_MAIL_FROM=vaern@example.dk: mail servers turn others away."
        )
    try:
        validate_email(parseaddr(address or "vaern@localhost")[1])
    except ValidationError as error:
        raise ImproperlyConfigured(
            f"VAERN_MAIL_FROM is '{address}'. Set it to an e-mail address: vaern@example.dk."
        ) from error
    return address or "vaern@localhost"
