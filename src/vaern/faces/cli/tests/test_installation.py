"""A whole installation of its own: keys, first start, ports, Ctrl-C."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import psutil
import pytest
from tests.house import ROOT, House, house

from vaern.faces.cli import ports, serving
from vaern.faces.cli.key_making import MAKERS, new_keys
from vaern.faces.cli.tests.conftest import Vaern


@pytest.fixture(scope="module")
def place():
    with house("sqlite", seed=False) as made:
        yield made


def test_keys_are_for_this_account_only(place: House) -> None:
    files = list((place.data / "keys").iterdir())
    assert len(files) == 2
    assert {oct(file.stat().st_mode & 0o777) for file in files} == {"0o600"}
    assert (place.data / "keys").stat().st_mode & 0o777 == 0o700


def test_init_twice_is_harmless(place: House) -> None:
    words = ("init", "--workplace", "Havneby Kommune", "--admin", "karen.toft@havneby.example")
    before = {file: file.read_text() for file in (place.data / "keys").iterdir()}
    first, second = place.vaern(*words), place.vaern(*words)
    assert first.returncode == second.returncode == 0
    assert "Sign in as karen.toft@havneby.example" in first.stderr
    assert "nothing was changed" in second.stderr
    assert {file: file.read_text() for file in (place.data / "keys").iterdir()} == before


def test_without_keys_it_says_what_to_do(tmp_path: Path) -> None:
    env = {k: v for k, v in os.environ.items() if not k.startswith(("VAERN_", "DJANGO_"))}
    env |= {"VAERN_DATA": str(tmp_path), "VAERN_MODE": "test", "PYTHONPATH": str(ROOT / "src")}
    words = [sys.executable, "-m", "vaern.config.command", "case", "list", "--json"]
    done = subprocess.run(words, env=env, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "Run `vaern init`" in done.stderr
    assert done.stdout == ""
    assert "Traceback" not in done.stderr


def test_keys_are_made_once(tmp_path: Path) -> None:
    files = {name: tmp_path / "keys" / name for name in MAKERS}
    with new_keys(files) as made:
        assert len(made) == 2
    with new_keys(files) as made:
        assert made == []


def test_a_taken_port_is_said_with_another(vaern: Vaern) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        done = vaern("serve", "--port", str(port))
        assert ports.free_port(port) > port
    assert done.exit_code == 1
    assert f"Port {port} is in use" in done.stderr
    assert "--port" in done.stderr


@pytest.fixture
def running(place: House) -> Iterator[tuple[House, list[psutil.Process]]]:
    """The house at work, and every process of its family."""
    place.start(web_workers=1)
    assert place.process is not None
    family = psutil.Process(place.process.pid).children(recursive=True)
    assert len(family) >= 3
    yield place, family
    for process in family:
        with suppress(psutil.NoSuchProcess):
            process.kill()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_asked_to_stop_it_leaves_no_process_behind(
    running: tuple[House, list[psutil.Process]], number: signal.Signals
) -> None:
    (place, family), started = running, time.monotonic()
    assert place.process is not None
    place.process.send_signal(number)
    assert place.process.wait(30) == 0
    place.process = None
    _, alive = psutil.wait_procs(family, timeout=2)
    assert alive == []
    assert time.monotonic() - started < serving.PATIENCE


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child that we are gone")
def test_killed_it_leaves_no_process_behind(running: tuple[House, list[psutil.Process]]) -> None:
    place, family = running
    assert place.process is not None
    place.process.kill()
    place.process.wait(5)
    place.process = None
    _, alive = psutil.wait_procs(family, timeout=serving.PATIENCE)
    assert alive == []


def test_a_web_server_that_falls_is_started_again(
    running: tuple[House, list[psutil.Process]],
) -> None:
    place, family = running
    web = next(one for one in family if "granian" in " ".join(one.cmdline()))
    children = web.children(recursive=True)
    web.kill()
    _, alive = psutil.wait_procs([web, *children], timeout=5)
    assert alive == []
    place.wait_until_it_answers()
    place.stop()


def test_nohup_outlives_the_terminal() -> None:
    code = (
        "import os, signal\n"
        "from vaern.faces.cli.serving import _asked_to_stop\n"
        "signal.signal(signal.SIGHUP, signal.SIG_IGN)\n"
        "with _asked_to_stop() as asked:\n"
        "    os.kill(os.getpid(), signal.SIGHUP)\n"
        "    assert asked == []\n"
    )
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    assert subprocess.run([sys.executable, "-c", code], env=env, check=False).returncode == 0
