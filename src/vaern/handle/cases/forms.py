"""What handlers write in a case: results, reasons, notes and words."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from vaern.ground.lib.explained import Explained
from vaern.ground.people.models import Person
from vaern.handle.cases import wording
from vaern.handle.cases.choosing import PersonForm, among, offer
from vaern.handle.cases.models import Part
from vaern.handle.cases.people_shown import CHOSEN_OUT, CHOSEN_WHY, KEPT_OUT_WHY, LET_IN_WHY
from vaern.handle.evidence.uploads import ROOM
from vaern.handle.reports.forms.evidence import SeveralFiles

MOST = 20_000
"""Characters of one text; beyond this it belongs in a file."""


def words(label: Any, *, help_text: Any = "", required: bool = True, rows: int = 4) -> Any:
    """A field for a few sentences."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=required,
        max_length=MOST,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


class ResultForm(forms.Form):
    """A step is done: what came of it."""

    result = words(_("Hvad kom der ud af det?"), rows=3)


class NotRelevantForm(forms.Form):
    """A step is not needed in this case."""

    reason = words(
        _("Hvorfor er det ikke relevant?"), rows=3, help_text=_("Grunden bliver stående i sagen.")
    )


class CommentForm(forms.Form):
    """An internal remark on a step."""

    text = words(_("Kommentar"), rows=3)


class NoteForm(forms.Form):
    """An internal note between the handlers."""

    text = words(_("Nyt notat"), rows=3)


class WordForm(forms.Form):
    """A word to the affected person and the reporter."""

    text = words(
        _("Din besked"),
        rows=6,
        help_text=_("Skriv, hvad I gør nu, og hvornår de hører fra jer igen."),
    )


class ReassignForm(PersonForm):
    """Somebody else takes the step over."""


LET_IN_PARTS = [
    ("handler", Explained(_("Behandler sagen"), _("Ser alt og kan få opgaver."))),
    (
        "support",
        Explained(_("Støtter"), _("Fx arbejdsmiljø- eller tillidsrepræsentant. Ser alt.")),
    ),
]


class LetInForm(PersonForm):
    """A colleague is let in to the case."""

    part = forms.ChoiceField(
        label=_("Som hvad?"),
        widget=forms.RadioSelect,
        choices=LET_IN_PARTS,
    )
    why = forms.ChoiceField(label=_("Hvorfor?"), choices=[(c, LET_IN_WHY[c]) for c in CHOSEN_WHY])

    def __init__(self, *args: Any, nobody_hit: bool = False, **kwargs: Any) -> None:
        """``nobody_hit``: it is not known yet whom it hit, so this may be the one."""
        super().__init__(*args, **kwargs)
        if nobody_hit:
            words = Explained(_("Er den, det gik ud over"), _("Ser, hvad der bliver gjort."))
            offer(self, "part", [*LET_IN_PARTS, (Part.AFFECTED.value, words)])


class KeepOutForm(PersonForm):
    """A colleague is kept out of the case, whatever their role."""

    why = forms.ChoiceField(
        label=_("Hvorfor?"),
        widget=forms.RadioSelect,
        choices=[(code, KEPT_OUT_WHY[code]) for code in CHOSEN_OUT],
    )


class LiftForm(forms.Form):
    """A colleague need not be kept out any more."""

    reason = words(
        _("Hvorfor skal kollegaen ikke holdes ude mere?"),
        rows=3,
        help_text=_("Grunden bliver stående i sagens forløb."),
    )


class EvidenceForm(forms.Form):
    """More evidence, put in by those who handle the case."""

    pasted = words(
        _("Sæt tekst ind her"), required=False, help_text=_("Fx en besked eller et link.")
    )
    evidence = forms.FileField(
        label=_("Vælg filer"),
        help_text=format_lazy("{} {}", _("Skærmbilleder, mails, lyd eller andet."), ROOM),
        required=False,
        allow_empty_file=True,
        widget=SeveralFiles(attrs={"multiple": True}),
    )


class ContactForm(forms.Form):
    """A contact outside, with its number."""

    field_order = ("kind", "about", "reference", "on", "filed_by", "who")

    about: "forms.ModelChoiceField[Person]" = forms.ModelChoiceField(
        label=_("Hvem gælder det?"),
        queryset=Person.objects.none(),
        required=False,
        empty_label=_("Ikke en bestemt person"),
        help_text=_("Den, du vælger, kan se nummeret på sin side. De andre kan ikke."),
    )
    kind = forms.ChoiceField(
        label=_("Hvem har I været i kontakt med?"),
        choices=list(wording.CONTACT_WORDS.items()),
        widget=forms.RadioSelect,
    )
    reference = forms.CharField(
        label=_("Nummer eller link"),
        max_length=200,
        required=False,
        help_text=_("Fx politiets journalnummer eller EASY-nummeret."),
    )
    who = forms.CharField(
        label=_("Hvem talte I med?"),
        max_length=200,
        required=False,
        help_text=_("Navn og tidspunkt."),
    )

    on = forms.DateField(
        label=_("Hvilken dag var det?"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("For politiet og EASY: den dag, det blev anmeldt."),
    )
    filed_by = forms.CharField(
        label=_("Hvem anmeldte eller kontaktede dem?"),
        max_length=200,
        required=False,
        help_text=_("Skriv navnet. Det kan også være den, det gik ud over, selv."),
    )

    def __init__(self, *args: Any, people: Iterable[Person] = (), **kwargs: Any) -> None:
        """``people``: those it hit, where it may be about one of several."""
        super().__init__(*args, **kwargs)
        among(self, "about", people)

    def clean_on(self) -> date | None:
        """A day that has been."""
        on: date | None = self.cleaned_data["on"]
        if on is not None and on > timezone.localdate():
            raise forms.ValidationError(_("Dagen kan ikke ligge i fremtiden."))
        return on

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        if not given.get("reference") and not given.get("who"):
            raise forms.ValidationError(_("Skriv et nummer, eller hvem I talte med."))
        return given
