"""The server does not start on what it could not serve."""

import json
from collections.abc import Iterator

import pytest
from tests.house import House, house


@pytest.fixture(scope="module")
def home() -> Iterator[House]:
    with house(seed=False) as made:
        yield made


def refused(home: House, *words: str) -> str:
    """What `vaern serve` says when it does not start."""
    done = home.vaern("serve", "--port", str(home.port), *words)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    return done.stderr


def test_missing_styles(home: House) -> None:
    manifest = home.data / "static" / "staticfiles.json"
    manifest.rename(manifest.with_suffix(".away"))
    assert "styles and scripts" in refused(home)
    manifest.with_suffix(".away").rename(manifest)
    names = json.loads(manifest.read_text())["paths"]
    style = home.data / "static" / names["web/vaern.css"]
    style.rename(f"{style}.away")
    assert "Run `vaern init`" in refused(home)
    assert home.vaern("init").returncode == 0
    assert style.is_file()


def test_styles_of_another_version_are_mended_by_init(home: House) -> None:
    note = home.data / "static.made-from"
    note.write_text("another version")
    assert "of another version" in refused(home)
    assert home.vaern("init").returncode == 0
    assert note.read_text() != "another version"


def test_a_database_that_is_behind(home: House) -> None:
    row = "DELETE FROM django_migrations WHERE app='audit' AND name='0003_no_truncate'"
    home.python(f"from django.db import connection\nconnection.cursor().execute({row!r})")
    assert "not up to date" in refused(home)
    assert "not up to date" in home.vaern("case", "list").stderr
    home.python(
        "from django.db.migrations.recorder import MigrationRecorder\n"
        "from django.db import connection\n"
        "MigrationRecorder(connection).record_applied('audit', '0003_no_truncate')"
    )


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["--port", "80000"], "65535"),
        (["--host", "no-such-host"], "not an address of this machine"),
        (["--host", "192.0.2.1"], "not an address of this machine"),
        (["--web-workers", "0"], "1<=x<=64"),
    ],
)
def test_an_address_we_cannot_have(home: House, words: list[str], why: str) -> None:
    done = home.vaern("serve", *words)
    assert done.returncode in {1, 2}
    assert why in done.stderr
    assert "Traceback" not in done.stderr


def test_a_demo_listens_on_this_machine_only(home: House) -> None:
    home.env["VAERN_MODE"] = "demo"
    try:
        assert "without a password" in refused(home, "--host", "0.0.0.0")  # noqa: S104
    finally:
        home.env["VAERN_MODE"] = "test"
