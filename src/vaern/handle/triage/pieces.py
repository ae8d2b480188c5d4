"""The words of a text and where they stand."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Tokens:
    """Parallel lists: the word, its span in the clean text, and the number of its sentence."""

    words: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)

    def add(self, word: str, start: int, end: int, sentence: int) -> None:
        self.words.append(word)
        self.starts.append(start)
        self.ends.append(end)
        self.sentences.append(sentence)

    def take(self, source: Tokens, at: int, end: int, word: str) -> None:
        """Add `word`, which stands for the words [at, end) of `source`."""
        self.add(word, source.starts[at], source.ends[end - 1], source.sentences[at])
