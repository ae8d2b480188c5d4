"""Words and the classes they belong to, each class a bit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import product

_SPELLINGS = {"æ": ("æ", "ae"), "ø": ("ø", "oe"), "å": ("å", "aa")}
_STEM_LEAST, _STEM_MOST = 3, 16
# Classes given by how a word is written.
_MET = {"first": 900, "name": 300, "num": 200, "many": 60}
_LARGE = 15  # times: a customer may well have called fourteen


class Classes:
    """Which classes a word has. `word*` stands for a beginning, `*word` for an ending."""

    def __init__(self, often: Mapping[str, int]) -> None:
        self._often = often
        self._met: dict[str, int] = {}
        self._bits: dict[str, int] = {}
        self._named: dict[int, tuple[str, ...]] = {}
        self.words: dict[str, int] = {}
        self._stems: dict[str, int] = {}
        self._tails: dict[str, int] = {}
        self._numbers = self._large = 0

    def bit(self, name: str) -> int:
        """The bit of a class, e.g. "da:tgt"; 0 when no such class exists."""
        return self._bits.get(name, 0)

    def names(self, mask: int) -> tuple[str, ...]:
        """The names of the classes in `mask`; single words of patterns are not classes."""
        found = self._named.get(mask)
        if found is None:
            named = [name for name in self._bits if ":" in name]
            found = self._named[mask] = tuple(n for n in named if mask & self._bits[n])
        return found

    def declare(self, name: str) -> int:
        """The bit of the class `name`, new or not."""
        return self._bits.setdefault(name, 2 << len(self._bits))

    def add(self, name: str, words: Iterable[str]) -> int:
        bit = self.declare(name)
        for word in words:
            self._met[name] = self._met.get(name, 0) + self._often.get(word, 0)
            home = self._stems if word.endswith("*") else self.words
            home = self._tails if word.startswith("*") else home
            for spelling in _spellings(word.strip("*")):
                home[spelling] = home.get(spelling, 0) | bit
        return bit

    def met(self, name: str) -> int:
        """How often a word of the class is met in ordinary text, in 10,000 words."""
        return self._met.get(name, 0) + _MET.get(name.partition(":")[2], 0)

    def add_numbers(self, name: str, large: str) -> None:
        """Let every word that begins with a digit belong to `name`, those from 15 to `large`."""
        self._numbers |= self.declare(name)
        self._large |= self.declare(large)

    def of(self, word: str) -> int:
        """The bits of all classes of `word`."""
        mask = self.words.get(word, 0)
        if word[0].isdigit():
            mask |= self._numbers | (self._large if _is_large(word) else 0)
        for size in range(_STEM_LEAST, min(len(word), _STEM_MOST) + 1):
            mask |= self._stems.get(word[:size], 0) | self._tails.get(word[-size:], 0)
        return mask


def _is_large(word: str) -> bool:
    return word.isdecimal() and len(word) < 5 and int(word) >= _LARGE


def _spellings(word: str) -> Iterable[str]:
    """The word as written, and with ae, oe, aa."""
    if word.isascii():
        return (word,)
    return {"".join(each) for each in product(*(_SPELLINGS.get(c, (c,)) for c in word))}
