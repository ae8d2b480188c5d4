"""Words and sentences of a clean text, with disguised words put right."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .normalise import Clean
from .unmask import join_spaced, unmask
from .vocabulary import Vocabulary

# One alternative per sign class and no nesting: one pass, whatever the text.
_PIECE = re.compile(
    r"([0-9a-zæøåéèäöüß@$€|*][0-9a-zæøåéèäöüß@$€|*!']*|[🔪🔫💣🪓])|([.!?…]+(?=\s|$)|\n+)"
)
_ODD = re.compile(r"[@$€|*!0-9]|(.)\1\1", re.DOTALL)
_RUN_KEPT = 3  # the same word over and over says no more than three times


@dataclass(slots=True)
class Tokens:
    """Parallel lists: the word, its span in the clean text, and the number of its sentence."""

    words: list[str]
    starts: list[int]
    ends: list[int]
    sentences: list[int]


def tokenise(source: Clean, vocabulary: Vocabulary) -> Tokens:
    """The words of `source`; sentences of one word join their neighbour ("Jeg. Slår. Dig.")."""
    tokens = _split(source)
    if _singles(tokens.words):
        tokens = join_spaced(tokens, vocabulary)
    known = vocabulary.known
    for at, word in enumerate(tokens.words):
        if word not in known and _ODD.search(word):
            tokens.words[at] = unmask(word, vocabulary)
    return tokens


def _split(source: Clean) -> Tokens:
    text, original = source.text, source.original
    tokens = Tokens([], [], [], [])
    sentence = since = repeats = 0
    previous = ""
    for piece in _PIECE.finditer(text):
        if piece.lastindex == 1:
            word = piece[1].rstrip("!*'") or piece[1]
            repeats = repeats + 1 if word == previous else 0
            previous = word
            if repeats >= _RUN_KEPT:
                continue
            start = piece.start()
            if word == "i" and original[source.origin(start, start + 1)[0]] == "I":
                word = "I"  # the Danish plural you, and the English first person
            tokens.words.append(word)
            tokens.starts.append(start)
            tokens.ends.append(start + len(word))
            tokens.sentences.append(sentence)
            since += 1
        else:
            if since > 1 and text[piece.start() - 1] != ":":
                sentence += 1
            since = 0
    return tokens


def _singles(words: list[str]) -> bool:
    """Whether three single letters stand in a row, as in "d r æ b"."""
    run = 0
    for word in words:
        if len(word) > 1:
            run = 0
        elif word.isalpha():
            run += 1
            if run == 3:
                return True
        else:
            run = 0
    return False
