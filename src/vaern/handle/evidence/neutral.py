"""A piece of evidence in a list: what it is, how large, when it came. Nothing of what it says."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import get_language

from .models import Item
from .problems import problem_words
from .summary import LABELS


@dataclass(frozen=True)
class Neutral:
    """``size`` in bytes; ``problem`` in words; ``inside`` tells that it lay in another file."""

    pk: UUID
    label: str
    size: int
    at: datetime
    problem: str
    inside: bool


def neutral(item: Item) -> Neutral:
    danish, english = LABELS.get(item.label, LABELS["unknown"])
    label = danish if (get_language() or "da").startswith("da") else english
    words = problem_words(item.problem)
    return Neutral(item.pk, label, item.size, item.sealed_at, words, item.parent_id is not None)
