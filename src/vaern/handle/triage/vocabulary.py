"""The tables put together: each word's classes, and the patterns that start from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple

from .classes import Classes
from .grammar import Grammar, words_of
from .pattern import Pattern
from .remembered import Remembered
from .tables.reading import table

LANGUAGES = ("da", "en")
# Each a table per language, where there is one.
GROUPS = (
    *("threat", "harm", "veiled", "menace", "shadow", "warning", "pressure", "extort", "expose"),
    *("pursuit", "follow", "sexual", "desire", "crave", "scorn", "contempt", "scoff", "prejudice"),
    *("oblique", "turns", "care", "told", "guards"),
)
_FLAT = str.maketrans("æøå", "aoa")


Candidate = tuple[int, int, Pattern]  # a pattern, and two classes it cannot do without


class Candidates(NamedTuple):
    """Patterns that may start from a word: those within its sentence, and those that go on."""

    near: tuple[Candidate, ...]
    far: tuple[Candidate, ...]


class Entry(NamedTuple):
    """What a word brings: its classes, and the patterns that start from it."""

    mask: int
    marking: Candidates | None = None
    patterns: Candidates | None = None


class Vocabulary:
    """What each word brings (`entries`), and what words of given classes bring (`starting`)."""

    def __init__(self, voice: str) -> None:
        self._voice = voice
        self._classes = Classes(_often())
        self.entries: Remembered[str, Entry] = Remembered(self._entry)
        self.starting: Remembered[int, Entry] = Remembered(self._starting)
        self._anywhere: Remembered[str, int] = Remembered(self._in_all)
        for language in LANGUAGES:
            self._read_classes(language)
        self.grave = frozenset(self._grave_words())
        self.known = self._classes.words
        self._add_words()
        self._marking = _by_anchor(self._read("marks"))
        self._patterns = _by_anchor(each for group in GROUPS for each in self._read(group))
        self.names = self.any_of("name")
        self.first = self.any_of("first")
        self.retold = self.any_of("retold")

    def bit(self, name: str) -> int:
        """The bit of a class, e.g. "da:tgt"; 0 when no such class exists."""
        return self._classes.bit(name)

    def any_of(self, name: str) -> int:
        """The bits of a class in all languages."""
        return self._anywhere[name]

    def _in_all(self, name: str) -> int:
        return sum(self.bit(f"{language}:{name}") for language in LANGUAGES)

    def names_of(self, mask: int) -> tuple[str, ...]:
        """The names of the classes in `mask`, those of single words in patterns left out."""
        return self._classes.names(mask)

    def _entry(self, word: str) -> Entry:
        return self.starting[self._classes.of(word)]

    def _starting(self, mask: int) -> Entry:
        """The patterns that may start from a word with the classes `mask`."""
        return Entry(mask, _of(self._marking, mask), _of(self._patterns, mask))

    def _read_classes(self, language: str) -> None:
        tables = table(f"{language}_words")
        for name, words in tables["class"].items():
            self._classes.add(f"{language}:{name}", words.split())
        for name in tables["found"].split():
            self._classes.declare(f"{language}:{name}")
        self._classes.add_numbers(f"{language}:num", f"{language}:many")
        if self._voice == "reporter":
            for name, words in tables["reporter"].items():
                self._classes.add(f"{language}:{name}", words.split())

    def _grave_words(self) -> Iterator[str]:
        """Words worth disguising; flat spellings (drab, sla) of theirs are known too."""
        words = self._classes.words
        for language in LANGUAGES:
            tables = table(f"{language}_words")
            for name in tables["grave"].split():
                bit = self.bit(f"{language}:{name}")
                for word, mask in list(words.items()):
                    if mask & bit:
                        yield word
                        flat = word.translate(_FLAT)
                        if len(flat) > 3 and flat not in tables["homographs"].split():
                            words.setdefault(flat, mask)

    def _add_words(self) -> None:
        """Give the words of patterns their bits, the most met first: small numbers are fast."""
        often, found = _often(), dict[str, tuple[str, int]]()
        for language in LANGUAGES:
            for group in ("marks", *GROUPS):
                for word in words_of(_rows(f"{language}_{group}")):
                    found[f"{language}={word}"] = word, often.get(word, 0)
        for name, (word, _) in sorted(found.items(), key=lambda each: -each[1][1]):
            self._classes.add(name, [word])

    def _read(self, group: str) -> Iterable[Pattern]:
        for language in LANGUAGES:
            grammar = Grammar(self._classes, language)
            for row in _rows(f"{language}_{group}"):
                if row.get("voice", self._voice) == self._voice:
                    yield from grammar.patterns(row)


def _bits_of(mask: int) -> Iterator[int]:
    while mask:
        bit = mask & -mask
        yield bit
        mask ^= bit


def _of(anchored: dict[int, list[Pattern]], mask: int) -> Candidates | None:
    """The patterns anchored in one of the classes of `mask`, each once."""
    found = dict.fromkeys(p for bit in _bits_of(mask) for p in anchored.get(bit, ()))
    near = tuple((*each.needed, each) for each in found if not each.across)
    far = tuple((*each.needed, each) for each in found if each.across)
    return Candidates(near, far) if found else None


def _by_anchor(patterns: Iterable[Pattern]) -> dict[int, list[Pattern]]:
    """For each class the patterns whose search starts from it."""
    anchored: dict[int, list[Pattern]] = {}
    for pattern in patterns:
        for bit in _bits_of(pattern.elements[pattern.anchor].bits):
            anchored.setdefault(bit, []).append(pattern)
    return anchored


def _often() -> dict[str, int]:
    """How often a word is met in 10,000 words of ordinary text, in the language where it is most."""
    often: dict[str, int] = {}
    for language in LANGUAGES:
        for times, words in table(f"{language}_often")["often"].items():
            for word in words.split():
                often[word] = max(int(times), often.get(word, 0))
    return often


def _rows(name: str) -> Iterator[dict[str, Any]]:
    return (row for row in table(name).values() if isinstance(row, dict))


@cache
def vocabulary(voice: str) -> Vocabulary:
    """The vocabulary for a message told by `voice` ("sender" or "reporter"), read once."""
    return Vocabulary(voice)
