"""The address in e-mails and the host names, by mode."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from vaern.config import addresses


def hosts(mode: str) -> list[str]:
    return addresses.hosts(mode, addresses.base_url(mode))


@pytest.mark.parametrize(
    ("url", "names", "why"),
    [
        ("https://vaern.example.dk", "", "VAERN_HOSTS is not set"),
        ("http://vaern.example.dk", "vaern.example.dk", "must start with https"),
        ("https://vaern.example.dk", "https://vaern.example.dk", "without https"),
        ("https://vaern.example.dk", "andet.example.dk", "not among VAERN_HOSTS"),
        ("https://vaern.example.dk/her", "vaern.example.dk", "without a path"),
        ("https://vaern.example.dk:abc", "vaern.example.dk", "must be an address"),
        ("https://[::1", "vaern.example.dk", "must be an address"),
        ("vaern.example.dk", "vaern.example.dk", "must be an address"),
    ],
)
def test_production_says_what_is_wrong(
    monkeypatch: pytest.MonkeyPatch, url: str, names: str, why: str
) -> None:
    monkeypatch.setenv("VAERN_BASE_URL", url)
    monkeypatch.setenv("VAERN_HOSTS", names)
    with pytest.raises(ImproperlyConfigured, match=why):
        hosts("production")


@pytest.mark.parametrize("names", ["vaern.example.dk", "a.dk, vaern.example.dk", ".example.dk"])
def test_production_answers_to_the_address_in_the_mails(
    monkeypatch: pytest.MonkeyPatch, names: str
) -> None:
    monkeypatch.setenv("VAERN_BASE_URL", "https://vaern.example.dk/")
    monkeypatch.setenv("VAERN_HOSTS", names)
    assert hosts("production") == names.split(", ")


@pytest.mark.parametrize(
    ("url", "names"),
    [
        ("https://vaern.example.dk", ""),
        ("http://vaern.example.dk", ""),
        ("https://localhost", ""),
        ("http://127.0.0.1:8000", "vaern.example.dk"),
        ("http://127.0.0.1:8000", "localhost,*"),
    ],
)
def test_a_demo_answers_on_this_machine_only(
    monkeypatch: pytest.MonkeyPatch, url: str, names: str
) -> None:
    monkeypatch.setenv("VAERN_BASE_URL", url)
    monkeypatch.setenv("VAERN_HOSTS", names)
    with pytest.raises(ImproperlyConfigured, match="VAERN_MODE=production"):
        hosts("demo")


def test_a_demo_needs_no_settings() -> None:
    assert "127.0.0.1" in hosts("demo")
