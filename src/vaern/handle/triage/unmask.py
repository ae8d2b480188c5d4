"""Words in disguise: dr@b, dr*b, dræææb. A repair is kept only if it gives a known word."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice, product

from .tables.reading import table
from .vocabulary import Vocabulary

_REPEAT = re.compile(r"(.)\1+", re.DOTALL)
_LONGEST = 30  # letters; longer words are no words
_TRIES = 600  # readings of one word that are looked up
_LETTERS = "eaioræøåsntlukdgmpbvfhyjc"


@cache
def _leet() -> dict[str, str]:
    return {**table("normalise")["leet"], "*": _LETTERS}


def unmask(word: str, vocabulary: Vocabulary) -> str:
    """The known word behind `word`, or `word` itself."""
    if len(word) > _LONGEST * 4:
        return word
    known = vocabulary.known
    for shape in dict.fromkeys((word, _REPEAT.sub(r"\1\1", word), _REPEAT.sub(r"\1", word))):
        bare = shape.strip("!*'’")
        if bare in known:
            return bare
        if len(bare) <= _LONGEST and not bare.isdigit():
            for reading in _readings(bare):
                if reading in vocabulary.grave:
                    return reading
    return word


def _readings(word: str) -> islice[str]:
    """What `word` may say when its signs stand for letters, likeliest first."""
    signs = _leet()
    choices = (signs.get(letter, letter) for letter in word)
    return islice(("".join(each) for each in product(*choices)), _TRIES)
