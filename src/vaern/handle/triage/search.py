"""Reading a message: its words looked up, phrases marked, and every pattern found.

Two rounds. The first gives phrases a class of their own ("kommer ud på Facebook" is an exposure);
the second finds the evidence, in words and in marked phrases alike.
"""

from __future__ import annotations

from collections.abc import Iterator

from .evidence import Evidence, Reading
from .normalise import clean
from .pattern import ANY, Pattern
from .tokens import tokenise
from .vocabulary import Candidates, Vocabulary

_MOST_HITS = 400  # pieces kept; more adds cost and no knowledge
_PER_PATTERN = 6

Starts = list[tuple[int, Candidates]]


def read(text: str, vocabulary: Vocabulary) -> Reading:
    """Find every pattern in `text`. Ordinary words start no search, so ordinary mail is cheap."""
    source = clean(text)
    tokens = tokenise(source, vocabulary)
    entries = list(map(vocabulary.entries.__getitem__, tokens.words))
    reading = Reading(source, tokens, [entry.mask for entry in entries])
    noted = _note_places(reading, vocabulary)
    _note_present(reading)
    marking = [(at, e.marking) for at, e in enumerate(entries) if e.marking]
    starts = [(at, e.patterns) for at, e in enumerate(entries) if e.patterns]
    noted |= _mark(reading, marking)
    woken = ((at, vocabulary.starting[bits].patterns) for at, bits in noted.items())
    starts += [(at, patterns) for at, patterns in woken if patterns]
    for pattern, places in _found(reading, starts):
        _keep(reading.found, pattern, places)
    return reading


def _note_places(reading: Reading, vocabulary: Vocabulary) -> dict[int, int]:
    """Give names and first words of sentences their class, by where and how they are written."""
    masks, tokens, source = reading.masks, reading.tokens, reading.source
    name, noted, before = vocabulary.names, {}, -1
    for at, sentence in enumerate(tokens.sentences):
        if sentence != before:
            before = sentence
            masks[at] |= vocabulary.first
        elif not masks[at] and source.raw(tokens.starts[at]).isupper():
            following = tokens.starts[at] + 1
            if following < tokens.ends[at] and source.raw(following).islower():
                masks[at] = noted[at] = name
    return noted


def _note_present(reading: Reading) -> None:
    """Which classes each sentence has, and the whole text."""
    parts: dict[int, int] = {}
    for sentence, mask in zip(reading.tokens.sentences, reading.masks, strict=True):
        parts[sentence] = parts.get(sentence, ANY) | mask
    reading.parts, reading.present = parts, ANY
    for mask in parts.values():
        reading.present |= mask
    reading.plain = reading.present


def _mark(reading: Reading, starts: Starts) -> dict[int, int]:
    """Give the words of each marked phrase its class; returns what each place was given."""
    given: dict[int, int] = {}
    for pattern, places in _found(reading, starts):
        for place in places:
            given[place] = given.get(place, 0) | pattern.marks
    for place, bits in given.items():
        reading.masks[place] |= bits
        reading.parts[reading.tokens.sentences[place]] |= bits
        reading.present |= bits
    return given


def _found(reading: Reading, starts: Starts) -> Iterator[tuple[Pattern, tuple[int, ...]]]:
    """Every pattern found from its starts, and where; each a few times at most."""
    masks, limits, sentences = reading.masks, reading.limits, reading.tokens.sentences
    left: dict[Pattern, int] = {}
    for at, (near, far) in starts:
        here, whole = reading.parts[sentences[at]], reading.present
        likely = [each for one, other, each in near if here & one and here & other]
        likely += [each for one, other, each in far if whole & one and whole & other]
        for pattern in likely:
            more = left.get(pattern, _PER_PATTERN)
            places = pattern.find(masks, limits, at) if more else ()
            if places and pattern.allows(whole, len(masks)):
                left[pattern] = more - 1
                yield pattern, places


def _keep(found: list[Evidence], pattern: Pattern, places: tuple[int, ...]) -> None:
    if len(found) >= _MOST_HITS:
        return
    found.append(
        Evidence(pattern.kind, pattern.why, pattern.weight, pattern.urgency, places, pattern.flags)
    )
    for kind, weight in pattern.also:
        found.append(Evidence(kind, pattern.why, weight, pattern.urgency, places, pattern.flags))
