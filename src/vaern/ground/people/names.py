"""Finding people by what somebody typed: whole names, the beginnings of them, an address."""

import re
from collections.abc import Iterable

from vaern.ground.people.models import Person


def by_name(text: str, people: Iterable[Person]) -> list[Person]:
    """People meant by what somebody typed: whole names, whole words of them, or the address."""
    typed, people = plain_words(text), list(people)
    if not typed:
        return []
    whole = [one for one in people if typed in (plain_words(one.name), one.email)]
    parts = set(typed.split())
    return whole or [one for one in people if parts <= set(plain_words(one.name).split())]


def nearly(text: str, people: Iterable[Person]) -> list[Person]:
    """People whose names begin like what was typed: to ask about, never to take for granted."""
    parts = plain_words(text).split()
    return [one for one in people if all(_starts(part, one.name) for part in parts)]


def _starts(part: str, name: str) -> bool:
    return any(word.startswith(part) for word in plain_words(name).split())


def plain_words(text: str) -> str:
    return " ".join(re.findall(r"[\w@.\-]+", text.casefold()))
