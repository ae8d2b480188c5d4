"""The tables put together: each word's classes, and the patterns that start from it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import product
from typing import Any

from .pattern import Element, Pattern
from .tables.reading import table

LANGUAGES = ("da", "en")
GROUPS = ("threat", "veiled", "pressure", "pursuit", "sexual", "scorn", "care", "guards")
_SPELLINGS = {"æ": ("æ", "ae"), "ø": ("ø", "oe"), "å": ("å", "aa")}
_FLAT = str.maketrans("æøå", "aoa")
_STEM_LEAST, _STEM_MOST = 3, 14
_CACHED = 60_000  # words remembered; a hostile text cannot fill the memory

Entry = tuple[int, tuple[Pattern, ...]]
_NOTHING: Entry = (0, ())


class Vocabulary:
    """Looks a word up: its classes as bits, and the patterns anchored in it."""

    def __init__(self, voice: str) -> None:
        self._voice = voice
        self._bits: dict[str, int] = {}
        self._words: dict[str, int] = {}
        self._stems: dict[str, int] = {}
        self._tails: dict[str, int] = {}
        self._cached: dict[str, Entry] = {}
        self._patterns: list[Pattern] = []
        for language in LANGUAGES:
            self._read_classes(language)
        self.grave = frozenset(self._grave_words())
        for language in LANGUAGES:
            self._read_patterns(language)
        self.known = self._words
        self._anchored = [(p, p.elements[p.anchor].bits) for p in self._patterns]

    def bit(self, name: str) -> int:
        """The bit of a class, e.g. "da:tgt"; 0 when no such class exists."""
        return self._bits.get(name, 0)

    def any_of(self, name: str) -> int:
        """The bits of a class in all languages."""
        return sum(self.bit(f"{language}:{name}") for language in LANGUAGES)

    def look_up(self, word: str) -> Entry:
        entry = self._cached.get(word)
        if entry is None:
            if len(self._cached) > _CACHED:
                self._cached.clear()
            entry = self._cached[word] = self._compose(word)
        return entry

    def _compose(self, word: str) -> Entry:
        mask = self._words.get(word, 0)
        for size in range(_STEM_LEAST, min(len(word), _STEM_MOST) + 1):
            mask |= self._stems.get(word[:size], 0) | self._tails.get(word[-size:], 0)
        if not mask:
            return _NOTHING
        return mask, tuple(p for p, bits in self._anchored if mask & bits)

    def _read_classes(self, language: str) -> None:
        tables = table(f"{language}_words")
        for name, words in tables["class"].items():
            self._add(f"{language}:{name}", words.split())
        if self._voice == "reporter":
            for name, words in tables["reporter"].items():
                self._add(f"{language}:{name}", words.split())

    def _add(self, name: str, words: Iterable[str]) -> int:
        bit = self._bits.setdefault(name, 1 << len(self._bits))
        for word in words:
            home = self._stems if word.endswith("*") else self._words
            home = self._tails if word.startswith("*") else home
            for spelling in _spellings(word.strip("*")):
                home[spelling] = home.get(spelling, 0) | bit
        return bit

    def _grave_words(self) -> Iterable[str]:
        """Words worth disguising; flat spellings (drab, sla) of theirs are known too."""
        for language in LANGUAGES:
            tables = table(f"{language}_words")
            for name in tables["grave"].split():
                bit = self._bits[f"{language}:{name}"]
                for word, mask in list(self._words.items()):
                    if mask & bit:
                        yield word
                        flat = word.translate(_FLAT)
                        if len(flat) > 3 and flat not in tables["homographs"].split():
                            self._words.setdefault(flat, mask)

    def _read_patterns(self, language: str) -> None:
        words = table(f"{language}_words")
        often = dict.fromkeys(words["common"].split(), 1)
        often |= dict.fromkeys(words["everywhere"].split(), 2)
        for group in GROUPS:
            for row in table(f"{language}_{group}").values():
                if isinstance(row, dict) and row.get("voice", self._voice) == self._voice:
                    self._patterns += self._compile(language, row, often)

    def _compile(
        self, language: str, row: dict[str, Any], often: dict[str, int]
    ) -> Iterable[Pattern]:
        for form in ("seq", "all"):
            for line in row.get(form, ()):
                yield self._pattern(language, row, line, form == "seq", often)
                turned = _turned(line) if form == "seq" and language == "da" else ""
                if turned:
                    yield self._pattern(language, row, turned, True, often)

    def _pattern(
        self, language: str, row: dict[str, Any], line: str, ordered: bool, often: dict[str, int]
    ) -> Pattern:
        elements: list[Element] = []
        frequency: list[int] = []
        gap = 0
        for part in line.split():
            if part.startswith(".."):
                gap = int(part[2:])
                continue
            names = part.lstrip("?").split("|")
            optional = part[0] == "?"
            frequency.append(3 if optional else max(often.get(name, 0) for name in names))
            elements.append(Element(self._any(language, names), gap, optional))
            gap = 0
        return Pattern(
            kind=row["kind"],
            why=row["why"],
            weight=row.get("weight", 0.0),
            urgency=row.get("urgency", 0),
            elements=tuple(elements),
            anchor=frequency.index(min(frequency)),  # searches start from the rarest word
            ordered=ordered,
            within=row.get("within", 7),
            across=row.get("across", False),
            barred=self._any(language, row.get("not", "").split()),
            flags=frozenset(row.get("flags", ())),
            also=tuple(row.get("also", {}).items()),
        )

    def _any(self, language: str, names: list[str]) -> int:
        """The bits of the classes (@name) and words in `names`, either of which will do."""
        bits = 0
        for name in names:
            if name.startswith("@"):
                bits |= self._bits[f"{language}:{name[1:]}"]
            else:
                bits |= self._add(f"{language}={name}", [name])
        return bits


def _turned(line: str) -> str:
    """The same pattern with the verb before its subject, as Danish has it after any other opening:
    "jeg smadrer dig" and "ellers smadrer jeg dig". "" when the pattern opens otherwise."""
    subject, _, rest = line.partition(" ")
    parts = rest.split()
    if subject not in ("@i", "@you") or len(parts) < 3:
        return ""
    verb, following = (parts[1], parts[2:]) if parts[0].startswith("..") else (parts[0], parts[1:])
    if verb.startswith("?") or not following:
        return ""
    if following[0].startswith(".."):
        following[0] = f"..{int(following[0][2:]) + 1}"
    return " ".join([verb, "..1", subject, *following])


def _spellings(word: str) -> Iterable[str]:
    """The word as written, and with ae, oe, aa."""
    return {"".join(each) for each in product(*(_SPELLINGS.get(c, (c,)) for c in word))}


@cache
def vocabulary(voice: str) -> Vocabulary:
    """The vocabulary for a message told by `voice` ("sender" or "reporter"), read once."""
    return Vocabulary(voice)
