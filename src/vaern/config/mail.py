"""Where outgoing e-mail goes, from ``VAERN_SMTP_URL``."""

from typing import Any
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from vaern.config.environment import env

SMTP = "django.core.mail.backends.smtp.EmailBackend"
PORTS = {"smtp": 25, "smtp+starttls": 587, "smtps": 465}


def settings(mode: str) -> tuple[str, dict[str, Any]]:
    """Django's mail backend and its parameters.

    Without a server nothing is sent: the inbox in the app still has every notice, and each
    e-mail is shown as failed. In production a server must be named.
    """
    url: str = env.str("VAERN_SMTP_URL", default="")
    if not url and mode == "production":
        raise ImproperlyConfigured(
            "VAERN_SMTP_URL is not set. Write e.g. smtp+starttls://user:password@mail.example.dk:587"
        )
    parts = urlsplit(url or "smtp://127.0.0.1:1025")
    if parts.scheme not in PORTS or not parts.hostname:
        raise ImproperlyConfigured(
            "VAERN_SMTP_URL must start with smtp://, smtp+starttls:// or smtps:// and name a host."
        )
    return SMTP, {
        "host": parts.hostname,
        "port": parts.port or PORTS[parts.scheme],
        "user": unquote(parts.username or ""),
        "password": unquote(parts.password or ""),
        "starttls": parts.scheme == "smtp+starttls",
        "tls": parts.scheme == "smtps",
    }
