"""What the forms of all screens have in common."""

from datetime import date, datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import get_language

from vaern.ground.people import calendar
from vaern.ground.people.models import Person
from vaern.handle.reports.models import Report

Choices = list[tuple[Any, Any]]


class ScreenForm(forms.Form):
    """One screen: filled from the draft, and giving answers back for ``actions.answer``.

    ``report`` is None on the very first screen, before there is a draft.
    """

    def __init__(self, *args: Any, person: Person, report: Report | None, **more: Any) -> None:
        self.person, self.report = person, report
        if report is not None:
            more.setdefault("initial", self.from_draft(report))
        super().__init__(*args, **more)

    def from_draft(self, report: Report) -> dict[str, Any]:
        """What the fields show when the person comes back; the answers by name unless told."""
        return dict(report.answers)

    def answers(self) -> dict[str, Any]:
        """The cleaned answers as ``actions.answer`` takes them; an empty one is taken away."""
        return {name: value or None for name, value in self.cleaned_data.items()}

    @property
    def for_self(self) -> bool:
        return self.report is None or self.report.via == "self"

    @property
    def lang(self) -> str:
        return get_language() or "da"

    def now(self) -> datetime:
        """Now, by the workplace's clock."""
        return timezone.now().astimezone(calendar.zone_of(self.person.workplace))

    def today(self) -> date:
        return self.now().date()

    def choice(self, name: str) -> forms.ChoiceField:
        """A choice field of this form, typed."""
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - a slip of ours, not of the user
        return field
