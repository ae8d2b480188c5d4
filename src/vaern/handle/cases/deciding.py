"""The forms by which a person decides: what it is, and how it ended."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from vaern.ground.law.codes import choices
from vaern.ground.lib.explained import Explained
from vaern.handle.cases import wording
from vaern.handle.cases.choosing import offer
from vaern.handle.cases.forms import words

YES_NO = [("yes", _("Ja")), ("no", _("Nej"))]
URGENCIES = [
    ("3", Explained(_("Akut"), _("Nogen kan være i fare nu."))),
    ("2", Explained(_("I dag"), _("Det skal håndteres i dag."))),
    ("1", Explained(_("I denne uge"), _("Det kan vente til en anden dag i ugen."))),
    ("0", Explained(_("Haster ikke"))),
]


class VerdictForm(forms.Form):
    """Correcting what Værn suggested."""

    harassment = forms.ChoiceField(
        label=_("Er det chikane?"), choices=YES_NO, widget=forms.RadioSelect
    )
    kinds = forms.MultipleChoiceField(
        label=_("Hvad er det?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Vælg mindst én.")},
    )
    severity = forms.ChoiceField(label=_("Hvor alvorligt er det?"), required=False)
    urgency = forms.ChoiceField(
        label=_("Hvor meget haster det?"), choices=URGENCIES, widget=forms.RadioSelect
    )
    safe = forms.BooleanField(
        label=_("Afsenderen er ikke selv i fare"),
        required=False,
        help_text=_(
            "Sæt kun kryds, hvis Værn har læst forkert. Skridtene for at hjælpe afsenderen bliver sat "
            "til side og bliver stående i sagen. Skriv grunden nedenfor."
        ),
    )
    reason = words(
        _("Hvorfor retter du det?"), rows=3, help_text=_("Grunden bliver stående i sagen.")
    )

    def __init__(self, *args: Any, on: date, care: bool = False, **kwargs: Any) -> None:
        """``care``: the sender may be in danger; else nobody is asked whether they are."""
        super().__init__(*args, **kwargs)
        if not care:
            del self.fields["safe"]
        listed = {name: choices(name, wording.language(), on) for name in ("kinds", "severities")}
        kinds = [row for row in listed["kinds"] if row[0] != "unsure"]
        offer(self, "kinds", kinds)
        offer(self, "severity", [("", _("Ved ikke")), *listed["severities"]])

        for name in ("kinds", "urgency"):
            self.fields[name].required = self.data.get("harassment") != "no"


class CloseForm(forms.Form):
    """Closing the case."""

    outcome = forms.ChoiceField(label=_("Hvordan endte det?"), widget=forms.RadioSelect)
    word = words(
        _("En afsluttende besked"),
        help_text=_("Fortæl, hvordan det endte, og hvem man kan gå til, hvis det begynder igen."),
        rows=5,
    )
    reason = words(
        _("Hvorfor afslutter I, selv om noget mangler?"),
        required=False,
        help_text=_("Kun nødvendigt, hvis der mangler skridt."),
        rows=3,
    )

    def __init__(self, *args: Any, on: date, unfinished: bool, told: str, **kwargs: Any) -> None:
        """``told`` are the names of those who read the word."""
        super().__init__(*args, **kwargs)
        self.fields["word"].label = _last_word(told)
        offer(self, "outcome", choices("outcomes", wording.language(), on))
        self.fields["reason"].required = unfinished
        if not unfinished:
            del self.fields["reason"]


def _last_word(told: str) -> str:
    if not told:
        return gettext("Skriv kort, hvordan det endte")
    return gettext("En afsluttende besked til %(names)s") % {"names": told}


class ReopenForm(forms.Form):
    """Opening a closed case again."""

    reason = words(
        _("Hvorfor åbner I sagen igen?"),
        rows=3,
        help_text=_("Grunden bliver stående som et internt notat."),
    )
