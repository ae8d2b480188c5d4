"""Answers that are worked out once: a look-up in a dictionary from then on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

_MOST = 60_000  # answers kept; a hostile text cannot fill the memory

Asked = TypeVar("Asked")
Answer = TypeVar("Answer")


class Remembered(dict[Asked, Answer], Generic[Asked, Answer]):
    """The answers of a function that always answers alike."""

    def __init__(self, answer: Callable[[Asked], Answer]) -> None:
        super().__init__()
        self._answer = answer

    def __missing__(self, asked: Asked) -> Answer:
        if len(self) >= _MOST:
            self.clear()
        answer = self[asked] = self._answer(asked)
        return answer
