"""How much of a very long text is read, and the way back to the whole."""

from __future__ import annotations

from dataclasses import dataclass

LONGEST = 200_000  # characters read; of a longer text the beginning and the end
_TAIL = 40_000


@dataclass(frozen=True, slots=True)
class Part:
    """What is read (`text`) of the `whole`, with `left_out` characters of its middle missing."""

    whole: str
    text: str
    left_out: int = 0

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Where a span of `text` stands in the whole."""
        late = self.left_out and start >= LONGEST - _TAIL
        return (start + self.left_out, end + self.left_out) if late else (start, end)


def within_limits(text: str) -> Part:
    """The part of `text` that is read."""
    if len(text) <= LONGEST:
        return Part(text, text)
    head = text[: LONGEST - _TAIL - 2]
    return Part(text, f"{head}\n\n{text[-_TAIL:]}", len(text) - LONGEST)
