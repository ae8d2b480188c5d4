"""Where people find us, and what each mode asks of the address."""

from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured
from django.http.request import validate_host

from vaern.config import environment

THIS_MACHINE = ["127.0.0.1", "localhost", "[::1]"]


def base_url(mode: str) -> str:
    """The address that stands in e-mails, without a slash at the end."""
    url = environment.text("VAERN_BASE_URL", "http://127.0.0.1:8000").rstrip("/")
    if _host_of(url) is None:
        raise ImproperlyConfigured(
            "VAERN_BASE_URL must be an address without a path, such as https://vaern.example.dk."
        )
    if mode == "production" and not url.startswith("https://"):
        raise ImproperlyConfigured(
            "VAERN_BASE_URL must start with https:// in production: it stands in every e-mail."
        )
    if mode == "demo" and (url.startswith("https") or _host_of(url) not in THIS_MACHINE):
        raise ImproperlyConfigured(f"VAERN_BASE_URL is {url}. {ONLY_HERE}")
    return url


def hosts(mode: str, base: str) -> list[str]:
    """The host names we answer to."""
    names = environment.words("VAERN_HOSTS")
    if mode == "demo" and not set(names) <= set(THIS_MACHINE):
        raise ImproperlyConfigured(f"VAERN_HOSTS is {', '.join(names)}. {ONLY_HERE}")
    if mode == "production":
        _check_public(names, base)
    return names or [*THIS_MACHINE, "testserver"]


ONLY_HERE = (
    "A demo lets anybody in without a password, so it answers on this machine only. "
    "Set VAERN_MODE=production, or leave the setting out. Where `vaern demo` has run, "
    "VAERN_DATA is a demo's: choose another folder."
)


def _check_public(names: list[str], base: str) -> None:
    if not names:
        raise ImproperlyConfigured(
            "VAERN_HOSTS is not set. Write the host names people use, "
            "e.g. VAERN_HOSTS=vaern.example.dk."
        )
    if any(set(name) & set("/ ") for name in names):
        raise ImproperlyConfigured(
            "VAERN_HOSTS must be host names with commas between, without https:// and paths."
        )
    host = _host_of(base) or ""
    if not validate_host(host, names):
        raise ImproperlyConfigured(
            f"VAERN_BASE_URL names {host}, which is not among VAERN_HOSTS. Add it there: "
            "the links in e-mails would lead to an error."
        )


def _host_of(url: str) -> str | None:
    """The host of an address; None when it is not one that people could open."""
    try:
        parts = urlsplit(url)
        sound = parts.scheme in ("http", "https") and (parts.port or 1) and not parts.path
    except ValueError:
        return None
    if not sound or parts.query or parts.fragment or "@" in parts.netloc or not parts.hostname:
        return None
    return f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
