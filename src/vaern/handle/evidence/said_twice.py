"""What the HTML of a mail says and its plain text does not: a sender can hide words in one."""

import re
from collections.abc import Iterator
from itertools import pairwise

_WORD = re.compile(r"\w+|[\u2600-\u27bf\U0001f000-\U0001faff]")  # words, and signs that speak
_ENOUGH = 3
"""So many new pairs of neighbouring words in a row are new words, not another layout."""


def only_in(marked_up: str, plain: str) -> str:
    """The lines of `marked_up` with words, or an order of words, that `plain` does not have.

    Both say the same in most mails, wrapped and laid out in their own ways; so words are
    compared with their neighbours, whatever stands between the lines.
    """
    known = _words(plain)
    if not known:
        return marked_up
    pairs, words = set(_pairs(known)), set(known)
    return "\n".join(line for line in marked_up.splitlines() if _is_new(line, pairs, words))


def _is_new(line: str, pairs: set[tuple[str, str]], words: set[str]) -> bool:
    said, run = _words(line), 0
    if set(said) - words:
        return True
    needed = min(_ENOUGH, len(said) - 1)
    for pair in _pairs(said):
        run = 0 if pair in pairs else run + 1
        if run >= needed:
            return True
    return False


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _pairs(words: list[str]) -> Iterator[tuple[str, str]]:
    return pairwise(words)
