"""How far a long command is, for whoever looks at a terminal."""

import sys
import time
from collections import Counter
from types import TracebackType
from typing import Self

EVERY = 0.1
"""Seconds between two drawings: a terminal is slower than we are."""


class Progress:
    """One line at the bottom of standard error, and what became of it all; silent elsewhere."""

    def __init__(self, total: int, what: str) -> None:
        self.total, self.what = total, what
        self.states: Counter[str] = Counter()
        self.on = total > 1 and sys.stderr.isatty()
        self.drawn_at = 0.0

    def __enter__(self) -> Self:
        self._draw()
        return self

    def make_room(self) -> None:
        """Take the line away for a result on the same terminal."""
        if self.on and sys.stdout.isatty():
            self._write("\r\033[K")

    def count(self, state: str) -> None:
        """One more is done, and this became of it."""
        self.states[state] += 1
        if self.on and (sys.stdout.isatty() or time.monotonic() > self.drawn_at + EVERY):
            self._draw()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        counts = ", ".join(f"{number} {state}" for state, number in self.states.items())
        if self.on:
            self._write(f"\r\033[K{self.states.total()} {self.what}: {counts or 'none'}\n")

    def _draw(self) -> None:
        if self.on:
            self._write(f"\r\033[K{self.states.total()} of {self.total} {self.what}")
            self.drawn_at = time.monotonic()

    def _write(self, text: str) -> None:
        sys.stderr.write(text)
        sys.stderr.flush()
