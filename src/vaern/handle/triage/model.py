"""What the likeness model looks at in a message, and its weights."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import sqrt
from zlib import crc32

from .evidence import Reading
from .tables.reading import lines
from .vocabulary import Vocabulary

WHOLE, URGENT = "all", "urgent"
READ = 400  # words; of a longer text the beginning
NAME = "NAME"  # stands for every name: who is written to says nothing about what is written
_LONG = 60  # words
_OPEN = "cal"  # features that name no word: classes, whom it speaks to, length
_STEM = 5  # letters of a word's beginning that stand for its forms
_SINGULAR = frozenset(("du", "dig", "din", "dit", "dine"))
_PLURAL = frozenset(("I", "jer", "jeres"))
_SELF = frozenset(("jeg", "mig", "min", "mit"))
ADDRESS = _SINGULAR | _PLURAL


@dataclass(frozen=True, slots=True)
class Model:
    """Learned weights of each feature. `heads` are harassment or not, urgent or not, and the kinds.

    `start`, `per_point` and `most` turn a sum into log-odds: at `start` it weighs nothing.
    """

    bias: dict[str, float]
    heads: dict[str, dict[str, float]]
    start: float = 0.0
    per_point: float = 1.0
    most: float = 4.0

    def score(self, head: str, features: Iterable[str], size: float) -> float:
        known = self.heads[head]
        return self.bias[head] + sum(known.get(hashed(each), 0.0) for each in features) / size

    def likeliest(self, features: list[str], size: float) -> str:
        """The kind it speaks for most."""
        kinds = sorted(head for head in self.heads if head not in (WHOLE, URGENT))
        return max(kinds, key=lambda kind: self.score(kind, features, size))


def hashed(feature: str) -> str:
    """The name a feature is kept under: the words of what was learned from are not in the table."""
    return feature if feature[0] in _OPEN else f"{crc32(feature.encode()):08x}"


def size_of(words: int) -> float:
    """What a sum is divided by. A long message is judged as one of `_LONG` words of its kind."""
    return sqrt(2 + words) if words <= _LONG else words / sqrt(_LONG)


def words_of(reading: Reading, vocabulary: Vocabulary) -> list[str]:
    """The words the model looks at."""
    words, name = reading.tokens.words[:READ], vocabulary.names
    return [NAME if mask & name else word for word, mask in zip(words, reading.masks, strict=False)]


def features(words: list[str], vocabulary: Vocabulary) -> list[str]:
    """Everything the model looks at in the `words` of a message."""
    known = dict.fromkeys(words)
    found = [name for word in known for name in word_features(word)]
    found += [f"c={name}" for name in vocabulary.names_of(classes_of(known, vocabulary))]
    found += [pair_feature(*pair) for pair in pairwise(words)]
    return [*found, *whole_features(set(known), len(words))]


def word_features(word: str) -> tuple[str, ...]:
    """What one word alone tells: itself and its beginning."""
    return (f"w={word}", f"s={word[:_STEM]}") if len(word) > _STEM else (f"w={word}",)


def pair_feature(first: str, second: str) -> str:
    """What two words in a row tell together."""
    return f"b={first}_{second}"


def whole_features(known: set[str], words: int) -> tuple[str, str]:
    """Whom the message speaks to, whether the sender speaks of himself, and how long it is."""
    spoken = "".join("0" if known.isdisjoint(each) else "1" for each in (_SINGULAR, _PLURAL, _SELF))
    return f"a={spoken}", f"l={min(5, words // 8)}"


def classes_of(words: Iterable[str], vocabulary: Vocabulary) -> int:
    """The bits of the classes of all the words."""
    mask = 0
    for word in words:
        mask |= vocabulary.entries[word].mask
    return mask


@cache
def learned() -> Model:
    """The weights that ship with the program, read once; without the table, none."""
    return parsed(lines("likeness"))


def parsed(rows: Iterable[str]) -> Model:
    """The model that `learning.written` wrote in `rows`."""
    bias: dict[str, float] = {}
    heads: dict[str, dict[str, float]] = {}
    settings: dict[str, float] = {}
    for row in rows:
        name, *given = row.split("\t")
        values = {head: float(value) for head, value in (each.split(" ") for each in given)}
        if name == "set":
            settings = values
        elif name == "bias":
            bias = values
            heads = {head: {} for head in bias}
        else:
            for head, value in values.items():
                heads[head][name] = value
    return Model(bias, heads, **settings)
