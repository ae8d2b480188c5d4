"""One port, one installation: whoever comes second gets another, or is told."""

import socket
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import click
import pytest
from tests.house import ROOT, House, house

from vaern.faces.cli import ports

HERE = "127.0.0.1"


@pytest.fixture
def free() -> int:
    return ports.free_port(8950)


def test_all_who_ask_at_once_get_a_port_of_their_own(free: int) -> None:
    with ThreadPoolExecutor(8) as pool:
        held = list(pool.map(lambda _: ports.hold_free(HERE, free), range(8)))
    assert len({one.at for one in held}) == 8
    for one in held:
        one.holder.close()
    assert ports.hold(held[0].at).at == held[0].at


@pytest.mark.skipif(not ports.ALL_OURS, reason="here the port is kept until the server starts")
def test_our_own_web_server_may_listen_there_and_nobody_else(free: int) -> None:
    held = ports.hold((HERE, free))
    assert not ports.answers(held.at)
    with socket.socket() as ours:
        ours.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        ours.bind(held.at)
        ours.listen()
        assert ports.answers(held.at)
        with pytest.raises(click.ClickException, match=f"Port {free} is in use"):
            ports.hold(held.at)
    with pytest.raises(click.ClickException, match=f"Port {free} is in use"):
        ports.hold(held.at)  # while a web server that fell is started again
    held.holder.close()


@pytest.fixture
def two() -> Iterator[tuple[House, House]]:
    with house("sqlite", seed=False) as one, house("sqlite", seed=False) as other:
        yield one, other


def test_of_two_installations_at_once_one_answers(two: tuple[House, House], free: int) -> None:
    words = [sys.executable, "-m", "vaern.config.command", "serve", "--web-workers", "1"]
    started = [
        subprocess.Popen(
            [*words, "--port", str(free)], env=one.env, cwd=ROOT, stderr=subprocess.PIPE, text=True
        )
        for one in two
    ]
    ended = None
    try:
        while ended is None:
            for one in started:
                with suppress(subprocess.TimeoutExpired):
                    one.wait(0.2)
                    ended = one
        assert ended.returncode == 1
        assert ended.stderr is not None
        assert f"Port {free} is in use" in ended.stderr.read()
        (left,) = (one for one in started if one is not ended)
        with pytest.raises(subprocess.TimeoutExpired):
            left.wait(3)
    finally:
        for one in started:
            one.terminate()
            one.wait(30)
