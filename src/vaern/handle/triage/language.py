"""Which language a message is in, from its function words and letters. Small and bundled.

Danish and Norwegian share most function words, so only the words they do not share decide
between them; a draw goes to Danish, the house's own language.
"""

from __future__ import annotations

from functools import cache

from .tables.reading import table

COVERED = ("da", "en")
_LEAST = 0.12  # share of known function words below which we do not say


@cache
def _weights() -> dict[str, tuple[tuple[str, float], ...]]:
    """For each word the languages it speaks for; a word of many says little for each."""
    homes: dict[str, list[str]] = {}
    for language, words in table("languages")["words"].items():
        for word in dict.fromkeys(words.split()):
            for spelling in {word, _plain(word)} if language in ("da", "no") else {word}:
                homes.setdefault(spelling, []).append(language)
    return {
        word: tuple((language, 1.0 / len(languages)) for language in languages)
        for word, languages in homes.items()
    }


def _plain(word: str) -> str:
    return word.replace("æ", "ae").replace("ø", "oe").replace("å", "aa")


def detect(words: list[str], text: str) -> str:
    """ "da", "en", "no", "sv", "de" or "und" when too little is known."""
    weights = _weights()
    votes = dict.fromkeys(("da", "en", "no", "sv", "de"), 0.0)
    known = 0
    for word in words[:400]:
        homes = weights.get("i" if word == "I" else word)
        if homes:
            known += 1
            for language, weight in homes:
                votes[language] += weight
    if not known or known < _LEAST * min(len(words), 400):
        return _by_letters(text)
    _add_letters(votes, text[:2000], known)
    best = max(votes.values())
    return next(language for language in votes if votes[language] >= best - 1e-9)


def _add_letters(votes: dict[str, float], text: str, known: int) -> None:
    weight = min(1.0, 4 / known)
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
