"""Words and sentences of a clean text, with disguised words put right."""

from __future__ import annotations

import re

from .normalise import Clean
from .pieces import Tokens
from .respace import RUN_LEAST, cut, has_singles, join_spaced, runs_together
from .tables.reading import table
from .unmask import unmask
from .vocabulary import Vocabulary

# One alternative per sign class and no nesting: one pass, whatever the text.
_PIECE = re.compile(
    r"([0-9a-zæøåéèäöüß@$€|*][0-9a-zæøåéèäöüß@$€|*!']*|[🔪🔫💣🪓🗡🧨💀☠⚰🪦🩸🔥👊🖕🍆🍑])"
    r"|([.!?…]+(?=\s|$)|\n+)"
)
_ODD = re.compile(r"[@$€|*!0-9]")
_DRAWN_OUT = re.compile(r"(.)\1\1", re.DOTALL)
_TOGETHER = re.compile(r"(?:jeg|dig|jer|din|dit|you)(?:(?=[a-zæøå]{3})|(?<=[a-zæøå]{6}))")
_TRAILING = "!*'"  # signs that may stand in a word, and as often after it
_ENDING = (".", "!", "?", "…", ":", "\n", "")
_SIGN = 2  # the group of the signs that end a sentence
_RUN_KEPT = 3  # the same word over and over says no more than three times
_WRITING = table("da_writing")
_SHORTENED = frozenset(_WRITING["shortened"].split())
_AFTER_IN = frozenset(_WRITING["after_in"].split())
_NOUN_ENDINGS = tuple(_WRITING["noun_endings"].split())
_MOST_CUT = 50  # words of one text that are tried; a longer hostile text gains nothing
_WRAPPED = 55  # letters from which a line that goes on in lower case was cut by a mail program


def tokenise(source: Clean, vocabulary: Vocabulary) -> Tokens:
    """The words of `source`; sentences of one word join their neighbour ("Jeg. Slår. Dig.")."""
    tokens, text = _split(source), source.text
    if "I" in source.original:
        _tell_you_from_in(tokens, source)
    if has_singles(tokens.words):
        tokens = join_spaced(tokens, vocabulary)
    drawn = _DRAWN_OUT.search(text) is not None
    if drawn or _ODD.search(text):
        _unmask(tokens.words, vocabulary, drawn=drawn)
    return _spread(tokens, vocabulary) if _TOGETHER.search(text) else tokens


def _unmask(words: list[str], vocabulary: Vocabulary, *, drawn: bool) -> None:
    """Put disguised words right: those with signs or digits in them, or letters drawn out."""
    for at, word in enumerate(words):
        plain = word.isalpha() or word.isdecimal()
        if (not plain or (drawn and _DRAWN_OUT.search(word))) and word not in vocabulary.known:
            words[at] = unmask(word, vocabulary)


def _spread(tokens: Tokens, vocabulary: Vocabulary) -> Tokens:
    """`tokens` with words written together taken apart; each part keeps its own span."""
    long = [(at, word) for at, word in enumerate(tokens.words) if len(word) >= RUN_LEAST]
    tried = [each for each in long if each[1] not in vocabulary.known and runs_together(each[1])]
    found: dict[int, tuple[str, ...]] = {}
    for at, word in tried[:_MOST_CUT]:
        if tokens.ends[at] - tokens.starts[at] == len(word):
            found[at] = cut(word, vocabulary)
    return _apart(tokens, found) if any(found.values()) else tokens


def _apart(tokens: Tokens, found: dict[int, tuple[str, ...]]) -> Tokens:
    spread = Tokens()
    for at, word in enumerate(tokens.words):
        start = tokens.starts[at]
        for part in found.get(at, ()):
            spread.add(part, start, start + len(part), tokens.sentences[at])
            start += len(part)
        if not found.get(at):
            spread.take(tokens, at, at + 1, word)
    return spread


def _split(source: Clean) -> Tokens:
    """The words as they stand, each with its sentence."""
    tokens, text, previous = Tokens(), source.text, ""
    words, starts, sentences = tokens.words, tokens.starts, tokens.sentences
    sentence = since = repeats = 0
    for piece in _PIECE.finditer(text):
        if piece.lastindex == _SIGN:
            if not _goes_on(source, piece, previous):
                sentence += since > 1 and text[piece.start() - 1] != ":"
                since = 0
            continue
        word = piece[0] if piece[0][-1] not in _TRAILING else piece[0].rstrip(_TRAILING) or piece[0]
        repeats = repeats + 1 if word == previous else 0
        previous = word
        if repeats < _RUN_KEPT:
            words.append(word)
            starts.append(piece.start())
            sentences.append(sentence)
            since += 1
    tokens.ends += [start + len(word) for start, word in zip(starts, words, strict=True)]
    return tokens


def _tell_you_from_in(tokens: Tokens, source: Clean) -> None:
    """Write "I", the Danish plural you and the English first person, where a capital stood."""
    words, starts = tokens.words, tokens.starts
    for at, word in enumerate(words):
        if word == "i" and source.raw(starts[at]) == "I":
            following = words[at + 1] if at + 1 < len(words) else ""
            if not (_opens(source.text, starts[at]) and _is_what_is_in(following)):
                words[at] = "I"


def _opens(text: str, at: int) -> bool:
    """Whether a sentence opens here."""
    return at == 0 or text[max(0, at - 3) : at].rstrip(' "-')[-1:] in _ENDING


def _is_what_is_in(word: str) -> bool:
    """Whether "I" before `word` is "in": before a noun, not before a verb."""
    return word in _AFTER_IN or word.endswith(_NOUN_ENDINGS) or word.isdecimal()


def _goes_on(source: Clean, end: re.Match[str], word: str) -> bool:
    """Whether the sentence runs on past this sign: "kl. 7", "3. sal", a line cut by the mail."""
    sign, text = end[0], source.text
    if sign == "." and word in _SHORTENED:
        return True
    following = end.end() + (sign == ".")
    if following >= len(text) or not source.raw(following).islower():
        return False
    if sign == ".":
        return word.isdigit() and len(word) <= 2
    return sign == "\n" and end.start() - text.rfind("\n", 0, end.start()) > _WRAPPED
