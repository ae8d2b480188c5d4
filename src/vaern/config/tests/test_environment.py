"""Settings come from variables and files, and what is wrong is said with what to do."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from vaern.config import environment


def test_a_file_may_hold_a_setting(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / "smtp"
    file.write_text("smtp://mail.example.dk\n")
    monkeypatch.setenv("VAERN_SMTP_URL_FILE", str(file))
    assert environment.text("VAERN_SMTP_URL") == "smtp://mail.example.dk"


def test_a_missing_file_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("VAERN_SMTP_URL_FILE", str(tmp_path / "nowhere"))
    with pytest.raises(ImproperlyConfigured, match="nowhere, and there is no such file"):
        environment.text("VAERN_SMTP_URL")


@pytest.mark.parametrize("content", [b"", b" \n", b"\xff\xfe\x00"])
def test_an_empty_or_unreadable_file_is_no_setting(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "smtp"
    file.write_bytes(content)
    monkeypatch.setenv("VAERN_SMTP_URL_FILE", str(file))
    with pytest.raises(ImproperlyConfigured, match=r"is empty|cannot be read"):
        environment.text("VAERN_SMTP_URL", "the default")


def test_a_variable_and_its_file_are_not_both_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VAERN_SMTP_URL", "smtp://one")
    monkeypatch.setenv("VAERN_SMTP_URL_FILE", "/two")
    with pytest.raises(ImproperlyConfigured, match="both set"):
        environment.text("VAERN_SMTP_URL")


def test_a_setting_is_taken_as_it_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VAERN_SECRET_KEY", "$HOME")
    assert environment.text("VAERN_SECRET_KEY") == "$HOME"


@pytest.mark.parametrize("text", ["0", "65", "-1", "two", "²", "1.5"])
def test_a_number_out_of_bounds_is_refused(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setenv("VAERN_WORKERS", text)
    with pytest.raises(ImproperlyConfigured, match="from 1 to 64"):
        environment.whole_number("VAERN_WORKERS", 2, 1, 64)


def test_a_data_folder_that_is_a_file_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "a-file"
    file.touch()
    monkeypatch.setenv("VAERN_DATA", str(file))
    with pytest.raises(ImproperlyConfigured, match="not a folder"):
        environment.data_folder()


def test_the_mode_is_noted_in_the_data_folder(bare: Path) -> None:
    assert environment.mode() == "production"
    (bare / "mode").write_text("demo")
    assert environment.mode() == "demo"
