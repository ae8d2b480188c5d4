"""Which language a message is in, from its function words and letters. Small and bundled.

Danish and Norwegian share most function words, so only the words they do not share decide
between them; a draw goes to Danish, the house's own language.
"""

from __future__ import annotations

from functools import cache
from itertools import repeat

from .tables.reading import table

COVERED = ("da", "en")
_LANGUAGES = ("da", "en", "no", "sv", "de")  # in a draw the first is taken
_LEAST = 0.12  # share of known function words below which we do not say
_READ = 400  # words
_UNIT = 60  # a word of one language; one shared by two to five counts a whole part of it
_FIELD = 20  # bits of one count
_MASK = (1 << _FIELD) - 1


@cache
def _votes() -> dict[str, int]:
    """For each word its votes, all in one number: a field per language, and one that counts it."""
    homes: dict[str, list[str]] = {}
    for language, words in table("languages")["words"].items():
        for word in dict.fromkeys(words.split()):
            for spelling in {word, _plain(word)} if language in ("da", "no") else {word}:
                homes.setdefault(spelling, []).append(language)
    votes = {word: _packed(languages) for word, languages in homes.items()}
    return {**votes, "I": votes["i"]}


def _packed(languages: list[str]) -> int:
    fields = sum(_UNIT // len(languages) << _FIELD * _LANGUAGES.index(each) for each in languages)
    return fields + (1 << _FIELD * len(_LANGUAGES))


def _plain(word: str) -> str:
    return word.replace("æ", "ae").replace("ø", "oe").replace("å", "aa")


def detect(words: list[str], text: str) -> str:
    """ "da", "en", "no", "sv", "de" or "und" when too little is known."""
    read = words[:_READ]
    total = sum(map(_votes().get, read, repeat(0)))
    known = total >> _FIELD * len(_LANGUAGES)
    if not known or known < _LEAST * len(read):
        return _by_letters(text)
    votes = {each: total >> _FIELD * n & _MASK for n, each in enumerate(_LANGUAGES)}
    _add_letters(votes, text[:2000], min(_UNIT, 4 * _UNIT // known))
    return max(votes, key=lambda each: votes[each])


def _add_letters(votes: dict[str, int], text: str, weight: int) -> None:
    if "æ" in text or "ø" in text:
        votes["da"] += weight
        votes["no"] += weight
    if "ä" in text or "ö" in text:
        votes["sv"] += weight
        votes["de"] += weight
    if "ß" in text or "ü" in text:
        votes["de"] += weight


def _by_letters(text: str) -> str:
    sample = text[:2000]
    if any(letter in sample for letter in "æøå"):
        return "da"
    return "und"
