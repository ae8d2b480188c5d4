"""What everybody may set about themselves: the language and days away."""

from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _


class LanguageForm(forms.Form):
    """The language of the pages and of the e-mails."""

    language = forms.ChoiceField(label=_("Sprog"), choices=settings.LANGUAGES)


def day_field(label: Any) -> forms.DateField:
    """A day, picked in the browser's own calendar."""
    box = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    return forms.DateField(label=label, widget=box, input_formats=["%Y-%m-%d", "%d.%m.%Y"])


class AbsenceForm(forms.Form):
    """The first and the last day somebody is away; no reason is asked for."""

    first_day = day_field(_("Første dag"))
    last_day = day_field(_("Sidste dag"))

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        first, last = cleaned.get("first_day"), cleaned.get("last_day")
        if isinstance(first, date) and isinstance(last, date) and last < first:
            self.add_error("last_day", _("Den sidste dag kan ikke ligge før den første."))
        return cleaned
