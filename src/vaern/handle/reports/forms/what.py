"""What happened, in plain words."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vaern.ground.law.codes import questions
from vaern.ground.lib.explained import Explained
from vaern.handle.reports.forms.screen import ScreenForm
from vaern.handle.reports.models import Report

UNSURE = "unsure"


class WhatForm(ScreenForm):
    kinds = forms.MultipleChoiceField(
        label=_("Vælg det, der passer. Du kan vælge flere."),
        widget=forms.CheckboxSelectMultiple,
    )
    text = forms.CharField(
        label=_("Fortæl kort med dine egne ord"),
        help_text=_("Du behøver ikke at gentage det, de skrev. Det kan du sætte ind senere."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=10_000,
        required=False,
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        # Asked for, but own words are enough: see clean.
        self.fields["kinds"].required = not self.is_bound
        asked = questions(self.lang, self.today())
        self.choice("kinds").choices = [(q.code, Explained(q.ask, q.example)) for q in asked]

    def from_draft(self, report: Report) -> dict[str, Any]:
        return {"kinds": report.answers.get("kinds", []), "text": report.text}

    def clean(self) -> dict[str, Any]:
        """Own words are enough; nothing at all is not."""
        given: dict[str, Any] = super().clean() or {}
        if "kinds" in self.errors or "text" in self.errors or given.get("kinds"):
            return given
        if not given.get("text"):
            self.add_error("kinds", _("Vælg mindst én. Du kan vælge “Jeg er ikke sikker”."))
        return {**given, "kinds": [UNSURE]}

    def answers(self) -> dict[str, Any]:
        """“Not sure” beside something surer is left out."""
        kinds = [kind for kind in self.cleaned_data["kinds"] if kind != UNSURE]
        return {"kinds": kinds or [UNSURE], "text": self.cleaned_data["text"]}
