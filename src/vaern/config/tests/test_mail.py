"""Where mail goes and who it comes from."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from vaern.config import mail


@pytest.mark.parametrize(
    "url",
    [
        "smtp://user:hem/melig@mail.example.dk",
        "smtp://user:hemmelig@mail.example.dk:abc",
        "smtp://user:hemmelig@mail.example.dk:99999",
        "smtp://user:hemmelig@[::1",
        "smtp://user:hemmelig@",
        "http://user:hemmelig@mail.example.dk",
        "smtp://user:hemmelig@mail.example.dk/path",
    ],
)
def test_a_wrong_address_is_refused_without_quoting_it(
    monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    monkeypatch.setenv("VAERN_SMTP_URL", url)
    with pytest.raises(ImproperlyConfigured, match="VAERN_SMTP_URL") as error:
        mail.settings("production")
    assert "hem" not in str(error.value)


def test_signs_in_a_password_are_written_with_percent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VAERN_SMTP_URL", "smtp+starttls://bruger:a%2Fb%40c@mail.example.dk")
    _, found = mail.settings("production")
    assert (found["password"], found["port"], found["starttls"]) == ("a/b@c", 587, True)


def test_production_needs_a_sender(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ImproperlyConfigured, match="VAERN_MAIL_FROM is not set"):
        mail.sender("production")
    assert mail.sender("demo") == "vaern@localhost"
    monkeypatch.setenv("VAERN_MAIL_FROM", "Værn")
    with pytest.raises(ImproperlyConfigured, match="e-mail address"):
        mail.sender("production")
    monkeypatch.setenv("VAERN_MAIL_FROM", "Værn <vaern@example.dk>")
    assert mail.sender("production") == "Værn <vaern@example.dk>"
