"""Pictures drawn anew, kept in memory for a little while: asking again draws nothing.

They are never on the disk in the clear. A page and the picture in it are fetched by two
requests, and the same picture may be asked for again and again.
"""

from collections.abc import Callable
from threading import Lock
from time import monotonic
from uuid import UUID

from .showing import Derivative

SECONDS = 600
MOST_BYTES = 32 * 1024 * 1024
"""Together, in one process; the one asked for longest ago goes first."""


class Pictures:
    """The derivatives of the pictures last asked for in this process."""

    def __init__(self, most: int = MOST_BYTES) -> None:
        self._most = most
        self._kept: dict[UUID, tuple[float, Derivative]] = {}
        self._lock = Lock()

    def drawn(self, item_id: UUID, draw: Callable[[], Derivative]) -> Derivative:
        """The picture, drawn by ``draw`` when it is not here; one at a time in a process."""
        with self._lock:
            self._forget_the_old()
            known = self._kept.pop(item_id) if item_id in self._kept else None
            at, made = known or (monotonic(), draw())
            if made.kind == "image":
                self._kept[item_id] = (at, made)
                self._make_room()
            return made

    def _forget_the_old(self) -> None:
        since = monotonic() - SECONDS
        self._kept = {one: (at, made) for one, (at, made) in self._kept.items() if at >= since}

    def _make_room(self) -> None:
        while self._kept and sum(len(made.content) for _, made in self._kept.values()) > self._most:
            del self._kept[next(iter(self._kept))]


PICTURES = Pictures()
