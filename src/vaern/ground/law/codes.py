"""The law's lists as choices and labels for forms and pages."""

from dataclasses import dataclass
from datetime import date

from .entries import Entry, in_force, latest


@dataclass(frozen=True, slots=True)
class Question:
    """A kind as the report form asks for it: plain words and an example."""

    code: str
    ask: str
    example: str


def choices(list_name: str, lang: str, on: date) -> list[tuple[str, str]]:
    """(code, text) of a list on a day, in display order. Raises LawDataError (a ValueError)."""
    return [(entry.code, entry.text(lang)) for entry in in_force(list_name, on)]


def label(list_name: str, code: str, lang: str) -> str:
    """The words for a code, also for one no longer in force. Raises LawDataError."""
    return latest(list_name, code).text(lang)


def questions(lang: str, on: date) -> list[Question]:
    """The kinds the report form asks for, `unsure` last."""
    return [_question(kind, lang) for kind in in_force("kinds", on) if kind.more.get("ask")]


def groups(kinds: tuple[str, ...] | list[str]) -> tuple[str, ...]:
    """The codes of the message assessment that these fine kinds belong to, each once."""
    found = (latest("kinds", kind) for kind in kinds)
    return tuple(dict.fromkeys(str(kind.more["group"]) for kind in found))


def _question(kind: Entry, lang: str) -> Question:
    suffix = "da" if lang.startswith("da") else "en"
    return Question(kind.code, kind.more[f"ask_{suffix}"], kind.more[f"example_{suffix}"])
