"""What in a received mail nobody has read: a picture says nothing to us and may say all."""

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

FEW = 3
"""So many words beside a picture or a file are a title, not a message."""

READ = {"text", "html", "svg", "mail", "empty"}
LEFT_OUT = {"nested_unread", "too_many_parts", "header_too_large", "text_cut", "left_unread"}


class Item(Protocol):
    """What is asked of a piece of evidence (``evidence.models.Item``)."""

    label: str
    text: str
    facts: Mapping[str, Any]
    problem: str


def doubt(items: Iterable[Item]) -> str:
    """Why a person should look (a code of ``unsure_why``), or nothing."""
    all_of_it = list(items)
    if any(item.problem in LEFT_OUT for item in all_of_it):
        return "too_long"
    silent = any(item.label not in READ for item in all_of_it)
    return "empty" if silent and sum(map(_words, all_of_it)) <= FEW else ""


def _words(item: Item) -> int:
    """The words of its own, its subject left out."""
    return len(item.text.removeprefix(str(item.facts.get("subject") or "")).split())
