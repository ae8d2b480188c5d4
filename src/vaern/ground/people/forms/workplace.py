"""The workplace's own settings."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vaern.ground.people import rules
from vaern.ground.people.forms.phone import PhoneField
from vaern.ground.people.models import Workplace

ZONES = [
    ("Europe/Copenhagen", _("Danmark")),
    ("Atlantic/Faroe", _("Færøerne")),
    ("America/Nuuk", _("Grønland")),
]
DAYS = [
    ("mon", _("Mandag")),
    ("tue", _("Tirsdag")),
    ("wed", _("Onsdag")),
    ("thu", _("Torsdag")),
    ("fri", _("Fredag")),
    ("sat", _("Lørdag")),
    ("sun", _("Søndag")),
]
OPTION = "l31_2026"
SECTIONS = [
    ("", "", ["name", "cvr", "size", "public_service", "acute_phone", "timezone"]),
    (
        _("Arbejdstid"),
        _(
            "Skriv fx 8-16 eller 8-12, 12.30-16. En nattevagt skrives 22-6. "
            "Lad feltet stå tomt, når der er fri."
        ),
        [code for code, _label in DAYS],
    ),
    (_("Lukkedage"), "", ["public_holidays", "closed_days"]),
    (_("Regler, der ikke er bekræftet"), "", [OPTION]),
]


class WorkplaceForm(forms.Form):
    """Name, number, size, hours, closed days, the acute phone, and what law to reckon with."""

    name = forms.CharField(label=_("Arbejdspladsens navn"), max_length=200)
    cvr = forms.CharField(label=_("CVR-nummer"), required=False, help_text=_("8 cifre."))
    size = forms.IntegerField(
        label=_("Antal ansatte"), min_value=0, max_value=1_000_000, required=False
    )
    public_service = forms.BooleanField(label=_("Vi er en offentlig arbejdsplads"), required=False)
    acute_phone = PhoneField(
        label=_("Arbejdspladsens akutte telefon"),
        help_text=_(
            "Vises øverst, når nogen indberetter. Skriv et nummer, der altid bliver taget."
        ),
    )
    timezone = forms.ChoiceField(label=_("Tidszone"), choices=ZONES)
    public_holidays = forms.BooleanField(label=_("Vi holder lukket på helligdage"), required=False)
    closed_days = forms.CharField(
        label=_("Egne lukkedage"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Én på hver linje: 24.12 gælder hvert år, 15.5.2026 kun det år."),
    )
    l31_2026 = forms.BooleanField(
        label=_("Regn med lovforslag L 31, selv om vi ikke har fået bekræftet, at det er vedtaget"),
        required=False,
        help_text=_(
            "Forslaget vil ændre, hvor langt fravær der skal til, før en ulykke skal anmeldes. "
            "Ubekræftet: spørg jeres arbejdsmiljørådgiver, før I slår det til."
        ),
    )

    def __init__(self, *args: Any, workplace: Workplace, **kwargs: Any) -> None:
        kwargs.setdefault("initial", initial(workplace))
        super().__init__(*args, **kwargs)
        for code, label in DAYS:
            self.fields[code] = forms.CharField(label=label, required=False, max_length=60)

    def sections(self) -> list[tuple[Any, Any, list[forms.BoundField]]]:
        """Heading, what it is for, and the fields under it, in the order of the page."""
        return [
            (heading, words, [self[name] for name in names]) for heading, words, names in SECTIONS
        ]

    def clean_cvr(self) -> str:
        cvr: str = self.cleaned_data["cvr"].replace(" ", "")
        if cvr and not rules.is_cvr(cvr):
            raise forms.ValidationError(_("Et CVR-nummer har 8 cifre."))
        return cvr

    def clean_size(self) -> int:
        return self.cleaned_data["size"] or 0

    def clean_closed_days(self) -> list[str]:
        lines = [line.strip() for line in self.cleaned_data["closed_days"].splitlines()]
        return [_read_day(line) for line in lines if line]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        hours = {code: self._spans(code) for code, _label in DAYS}
        cleaned["hours"] = {code: spans for code, spans in hours.items() if spans}
        return cleaned

    def _spans(self, code: str) -> list[list[str]]:
        try:
            return rules.read_spans(self.cleaned_data.get(code, ""))
        except ValueError:
            self.add_error(code, _("Skriv fx 8-16 eller 8-12, 12.30-16."))
            return []

    def changes(self, workplace: Workplace) -> dict[str, Any]:
        """What to hand to ``change_workplace``."""
        kept = {name: value for name, value in self.cleaned_data.items() if name in FIELDS}
        options = {**workplace.law_options, OPTION: self.cleaned_data[OPTION]}
        return {**kept, "law_options": {code: on for code, on in options.items() if on}}


FIELDS = (
    "name",
    "cvr",
    "size",
    "public_service",
    "acute_phone",
    "timezone",
    "public_holidays",
    "closed_days",
    "hours",
)


def initial(workplace: Workplace) -> dict[str, Any]:
    """The settings as they are, written the way the form reads them."""
    plain = {name: getattr(workplace, name) for name in FIELDS}
    hours = {code: rules.write_spans(spans) for code, spans in workplace.hours.items()}
    days = "\n".join(_write_days(workplace.closed_days))
    on = workplace.law_options.get(OPTION, False)
    size = workplace.size or None
    return {**plain, **hours, "closed_days": days, "size": size, OPTION: on}


def _read_day(text: str) -> str:
    """``24.12`` as ``12-24`` (every year), ``15.5.2026`` as ``2026-05-15``."""
    for pattern, kept in (("%d.%m.%Y", "%Y-%m-%d"), ("%Y-%m-%d", "%Y-%m-%d")):
        try:
            return datetime.strptime(text, pattern).strftime(kept)  # noqa: DTZ007 - a day only
        except ValueError:
            continue
    try:
        day, month = text.rstrip(".").replace("/", ".").split(".")
        return date(2024, int(month), int(day)).strftime("%m-%d")  # a leap year knows every day
    except ValueError:
        raise forms.ValidationError(
            _("“%(day)s” er ikke en dag. Skriv fx 24.12 eller 15.5.2026."), params={"day": text}
        ) from None


def _write_days(days: list[str]) -> Iterator[str]:
    for text in days:
        year, month, day = ("", *text.split("-")) if len(text) == 5 else text.split("-")
        yield f"{int(day)}.{int(month)}" + (f".{year}" if year else "")
