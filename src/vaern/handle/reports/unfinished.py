"""What was left on a screen before it was finished: kept in the draft as it was typed.

It lies among the answers, by screen and field, until the screen is finished. A report with
something unfinished is not sent: nothing that was typed is dropped on the way.
"""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import QueryDict

from vaern.handle.reports.models import Report

NAME = "unfinished"

Typed = Mapping[str, list[str]]


def screens(report: Report) -> list[str]:
    """The steps with something left on them."""
    return list(report.answers.get(NAME, ()))


def left_on(report: Report, step: str) -> QueryDict | None:
    """What was left on a screen, as a browser would send it; None when there is nothing."""
    typed: Typed | None = report.answers.get(NAME, {}).get(step)
    if typed is None:
        return None
    words = QueryDict(mutable=True)
    for name, values in typed.items():
        words.setlist(name, values)
    return words


def as_typed(form: forms.Form) -> Typed:
    """All that stands on the screen but its files; empty when nothing does."""
    given = QueryDict(mutable=True)
    given.update(form.data)
    named = [name for name, field in form.fields.items() if not isinstance(field, forms.FileField)]
    typed = {name: given.getlist(name) for name in named}
    return typed if any(value.strip() for values in typed.values() for value in values) else {}


def beside(report: Report, step: str, typed: Typed | None) -> dict[str, Any] | None:
    """What is unfinished once ``typed`` is all that is left on ``step``; None when nothing is."""
    kept = {**report.answers.get(NAME, {}), step: typed}
    return {code: words for code, words in kept.items() if words} or None
