"""The port we answer on: found free, and kept from others until we end.

A web server lets others listen on its port (SO_REUSEPORT) so that its own processes can share it.
A second installation could do so too, and be sent what was meant for the first.
"""

import errno
import socket
import sys
from contextlib import suppress
from dataclasses import dataclass, field

import click

Address = tuple[str, int]
"""Host and port."""

ALL_OURS = sys.platform == "linux"
"""Can a port be kept while our own web server listens on it?"""


@dataclass
class Held:
    """An address nobody else can take as long as we have it."""

    at: Address
    holder: socket.socket = field(repr=False)

    def make_way(self) -> None:
        """Our web server is about to listen there."""
        if not ALL_OURS:
            self.holder.close()


def hold(at: Address) -> Held:
    """Take the address, or end with what to do when we cannot listen there."""
    try:
        return _held(at)
    except OSError as error:
        raise click.ClickException(_what_to_do(_number(error), at)) from None


def hold_free(host: str, wanted: int, tries: int = 20) -> Held:
    """``wanted`` when nobody has it, else the next free port above it."""
    last = min(wanted + tries, 65536)
    for port in range(wanted, last):
        try:
            return _held((host, port))
        except OSError as error:
            if _number(error) != errno.EADDRINUSE:
                raise click.ClickException(_what_to_do(_number(error), (host, port))) from None
    raise click.ClickException(f"No port from {wanted} to {last - 1} is free. Choose one: --port.")


def free_port(wanted: int) -> int:
    """``wanted`` when nobody has it now, else the next free port above it."""
    held = hold_free("127.0.0.1", wanted)
    held.holder.close()
    return held.at[1]


def _held(at: Address) -> Held:
    family = socket.AF_INET6 if ":" in at[0] else socket.AF_INET
    holder = socket.socket(family)
    try:
        # A port whose last connections are still being forgotten counts as free.
        holder.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        holder.bind(at)
        holder.listen(1)  # of two at once only one gets further
        if ALL_OURS:
            _step_aside(holder)
    except OSError:
        holder.close()
        raise
    return Held(at, holder)


def _step_aside(holder: socket.socket) -> None:
    """Keep the port but listen no more: our web server may, who asks for the port alone may not."""
    holder.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 0)
    holder.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    holder.shutdown(socket.SHUT_RDWR)


def _number(error: OSError) -> int:
    """Why the system would not let us; a host name it cannot find has no number of this kind."""
    return error.errno if error.errno and error.errno > 0 else errno.EADDRNOTAVAIL


def _what_to_do(refused: int, at: Address) -> str:
    host, port = at
    if refused == errno.EADDRINUSE:
        return (
            f"Port {port} is in use by something else. Stop that, or choose another port: "
            f"`vaern serve --port {free_port(min(port + 1, 65535))}`."
        )
    if refused == errno.EACCES:
        return (
            f"This account may not listen on port {port}: ports below 1024 are for root. Choose "
            "another (`--port 8000`), and let the proxy in front take the requests there."
        )
    return (
        f"We cannot listen on {host}: it is not an address of this machine. Leave --host out "
        "to answer on this machine only, or use 0.0.0.0 to answer on all its addresses."
    )


def answers(at: Address) -> bool:
    """Does anybody listen there?"""
    with suppress(OSError), socket.create_connection(at, timeout=1):
        return True
    return False
