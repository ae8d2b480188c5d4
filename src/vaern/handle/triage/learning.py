"""Learns the weights of `likeness.py` from messages whose answer is known.

    python -m vaern.handle.triage.learning SENTENCES MESSAGES.toml ... > tables/likeness.txt

SENTENCES holds one ordinary sentence a line. Plain logistic regression by gradient steps, in Python
alone: a few thousand messages take seconds. The order is fixed, so the same messages give the same
weights.
"""

from __future__ import annotations

import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import exp, sqrt
from pathlib import Path
from random import Random
from typing import Any

from .assessment import KINDS
from .model import ADDRESS, URGENT, WHOLE, features, hashed, size_of, words_of
from .search import read
from .vocabulary import vocabulary

SETTINGS = {"start": -0.8, "per_point": 1.5, "most": 4.0}  # of `Model`, chosen on batches left out
_ROUNDS = 10
_STEP = 0.5
_DECAY = 1e-3  # keeps weights small that few messages speak for
_MET_LEAST = 3  # messages a feature must be in
_SMALLEST, _SMALLEST_KIND = 0.2, 1.0  # weights below these are not kept
_ORDINARY = 0.6  # what one sentence of the web counts beside a message to a workplace

Names = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A message, the kinds it is (none: ordinary), its urgency, and how much it counts."""

    text: str
    kinds: tuple[str, ...] = ()
    urgency: int = 0
    counts: float = 1.0


@dataclass(frozen=True, slots=True)
class Row:
    """An example as one head sees it: its features, what divides their sum, and the answer."""

    names: Names
    size: float
    answer: float
    counts: float


@dataclass(slots=True)
class Head:
    """A bias and weights, and how far each has moved: what moved much moves less."""

    bias: float = 0.0
    weights: dict[str, float] = field(default_factory=dict)
    moved: dict[str, float] = field(default_factory=dict)
    bias_moved: float = 1e-6

    def learn(self, row: Row) -> None:
        """One step towards the answer of `row`."""
        total = self.bias + sum(self.weights.get(name, 0.0) for name in row.names) / row.size
        error = row.counts * (1 / (1 + exp(-max(-30.0, min(30.0, total)))) - row.answer)
        for name in row.names:
            old = self.weights.get(name, 0.0)
            slope = error / row.size + _DECAY * old
            self.moved[name] = self.moved.get(name, 1e-6) + slope * slope
            self.weights[name] = old - _STEP * slope / sqrt(self.moved[name])
        self.bias_moved += error * error
        self.bias -= _STEP * error / sqrt(self.bias_moved)


def learn(examples: Sequence[Example]) -> dict[str, Head]:
    """The heads that answer `examples`: harassment or not, urgent or not, and each kind."""
    seen = [_seen(each.text) for each in examples]
    met = Counter(name for names, _ in seen for name in set(names))
    kept = [(tuple(n for n in names if met[n] >= _MET_LEAST), size) for names, size in seen]
    heads = {}
    for head in (WHOLE, URGENT, *KINDS):
        given = zip(examples, kept, strict=True)
        rows = [_row(head, each, *told) for each, told in given if head == WHOLE or each.kinds]
        heads[head] = _fit(rows)
    return heads


def written(heads: Mapping[str, Head]) -> list[str]:
    """The lines of the weights' table: small weights are left out."""
    rows: dict[str, list[str]] = {}
    for name, head in heads.items():
        least, digits = (_SMALLEST, 2) if name == WHOLE else (_SMALLEST_KIND, 1)
        for feature, weight in head.weights.items():
            if abs(weight) >= least:
                rows.setdefault(hashed(feature), []).append(f"{name} {weight:.{digits}f}")
    settings = [f"{name} {value:g}" for name, value in SETTINGS.items()]
    biases = [f"{name} {head.bias:.3f}" for name, head in heads.items()]
    listed = ("\t".join((feature, *given)) for feature, given in sorted(rows.items()))
    return ["\t".join(("set", *settings)), "\t".join(("bias", *biases)), *listed]


def of_table(rows: Mapping[str, Any]) -> list[Example]:
    """The messages of a table as in tests/messages.toml; what a colleague tells is left out."""
    plain = [Example(text) for text in rows.get("ordinary", ())]
    marked = [
        Example(row["text"], tuple(row["kinds"]), row["urgency"])
        for row in rows.get("harassing", ())
        if row.get("voice", "sender") == "sender"
    ]
    return plain + marked


def ordinary(sentences: Iterable[str]) -> list[Example]:
    """Those of the sentences that speak to someone, as messages do: no harassment."""
    spoken = (each for each in sentences if not ADDRESS.isdisjoint(_words(each)))
    return [Example(each, counts=_ORDINARY) for each in spoken]


def _words(text: str) -> list[str]:
    known = vocabulary("sender")
    return words_of(read(text, known), known)


def _seen(text: str) -> tuple[list[str], float]:
    words = _words(text)
    return features(words, vocabulary("sender")), size_of(len(words))


def _row(head: str, example: Example, names: Names, size: float) -> Row:
    """Only the first head looks at pairs of words: the others have too few messages for it."""
    if head == WHOLE:
        return Row(names, size, float(bool(example.kinds)), example.counts)
    answer = example.urgency >= 2 if head == URGENT else head in example.kinds
    single = tuple(name for name in names if name[0] != "b")
    return Row(single, size, float(answer), example.counts)


def _fit(rows: Sequence[Row]) -> Head:
    head, order = Head(), list(rows)
    chance = Random(1)  # noqa: S311 - an order, not a secret
    for _ in range(_ROUNDS):
        chance.shuffle(order)
        for row in order:
            head.learn(row)
    return head


def main(sentences: str, *tables: str) -> None:
    """Write the table to standard output."""
    examples = ordinary(Path(sentences).read_text(encoding="utf-8").splitlines())
    for name in tables:
        examples += of_table(tomllib.loads(Path(name).read_text(encoding="utf-8")))
    sys.stdout.writelines(f"{line}\n" for line in written(learn(examples)))


if __name__ == "__main__":
    main(*sys.argv[1:])
