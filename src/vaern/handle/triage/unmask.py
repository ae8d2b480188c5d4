"""Words in disguise: dr@b, dr*b, dræææb, d r æ b. A repair is kept only if it gives a known word."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice, product
from typing import TYPE_CHECKING

from .tables.reading import table
from .vocabulary import Vocabulary

if TYPE_CHECKING:
    from .tokens import Tokens

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


def join_spaced(tokens: Tokens, vocabulary: Vocabulary) -> Tokens:
    """`tokens` with every run of three or more single letters read as the words they spell."""
    joined = type(tokens)([], [], [], [])
    at, count = 0, len(tokens.words)
    while at < count:
        end = _run_end(tokens, at)
        if end - at >= 3:
            _spell(tokens, at, end, vocabulary, joined)
        else:
            end = at + 1
            _copy(tokens, at, end, tokens.words[at], joined)
        at = end
    return joined


def _run_end(tokens: Tokens, at: int) -> int:
    end, words, starts, ends = at, tokens.words, tokens.starts, tokens.ends
    while end < len(words) and len(words[end]) == 1 and words[end].isalpha():
        if end > at and starts[end] - ends[end - 1] > 3:
            break
        end += 1
    return end


def _spell(tokens: Tokens, at: int, end: int, vocabulary: Vocabulary, joined: Tokens) -> None:
    """Cut the letters into the longest known words from the left; the rest stays letters."""
    letters = "".join(tokens.words[at:end]).lower()
    done = 0
    while done < len(letters):
        longest = min(len(letters) - done, _LONGEST)
        size = next(
            (n for n in range(longest, 1, -1) if letters[done : done + n] in vocabulary.known), 1
        )
        _copy(tokens, at + done, at + done + size, letters[done : done + size], joined)
        done += size


def _copy(tokens: Tokens, at: int, end: int, word: str, joined: Tokens) -> None:
    joined.words.append(word)
    joined.starts.append(tokens.starts[at])
    joined.ends.append(tokens.ends[end - 1])
    joined.sentences.append(tokens.sentences[at])
