"""Spaces put right: d r æ b is one word, jegslårdig is three."""

from __future__ import annotations

import re
from functools import lru_cache

from .pieces import Tokens
from .tables.reading import table
from .vocabulary import Vocabulary

_LONGEST = 30  # letters of one word
RUN_LEAST, _RUN_MOST = 8, 60  # letters of words written without a space
_PARTS_LEAST = 3  # two known words in a row are as often a compound
_SHORT = frozenset(table("da_writing")["short_parts"].split())
_PERSON = re.compile(r"jeg|dig|jer|din|dit|you")


def has_singles(words: list[str]) -> bool:
    """Whether three single letters stand in a row, as in "d r æ b"."""
    run = 0
    for word in words:
        if len(word) > 1 or not word.isalpha():
            run = 0
            continue
        run += 1
        if run == 3:
            return True
    return False


def join_spaced(tokens: Tokens, vocabulary: Vocabulary) -> Tokens:
    """`tokens` with every run of three or more single letters read as the words they spell."""
    joined = Tokens()
    at, count = 0, len(tokens.words)
    while at < count:
        end = _run_end(tokens, at)
        if end - at >= 3:
            _spell(tokens, at, end, vocabulary, joined)
        else:
            end = at + 1
            joined.take(tokens, at, end, tokens.words[at])
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
        joined.take(tokens, at + done, at + done + size, letters[done : done + size])
        done += size


def runs_together(word: str) -> bool:
    """Whether `word` may be several written as one, and a person is among them."""
    return RUN_LEAST <= len(word) <= _RUN_MOST and bool(_PERSON.search(word))


@lru_cache(maxsize=20_000)
def cut(word: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The fewest known words that spell `word`; empty when there are none, or only two."""
    best: list[list[str] | None] = [[]] + [None] * len(word)
    for end in range(1, len(word) + 1):
        for size in range(1, min(end, _LONGEST) + 1):
            before, part = best[end - size], word[end - size : end]
            if before is None or not _is_part(part, vocabulary):
                continue
            so_far = best[end]
            if so_far is None or len(before) + 1 < len(so_far):
                best[end] = [*before, part]
    parts = best[-1] or []
    return tuple(parts) if len(parts) >= _PARTS_LEAST else ()


def _is_part(part: str, vocabulary: Vocabulary) -> bool:
    return part in vocabulary.known and (len(part) > 2 or part in _SHORT)
