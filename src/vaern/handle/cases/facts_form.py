"""Correcting the facts of a case: what the rules and the deadlines rest on."""

from datetime import UTC, date, datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vaern.ground.law.codes import choices
from vaern.ground.lib.moments import FIRST_YEAR, moment_in
from vaern.handle.cases import wording
from vaern.handle.cases.choosing import offer

LISTS = {
    "channel": "channels",
    "channel_owner": "channel_owners",
    "relation": "relations",
    "target": "targets",
    "trigger": "triggers",
    "pattern": "patterns",
}
PLAIN = (*LISTS, "working_time")
KNOWN_OR_NOT = [("", _("Ved ikke")), ("yes", _("Ja")), ("no", _("Nej"))]
YES_NO = ("work_connection", "expects_compensation")
MOMENTS = ("occurred_at", "last_at")
DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
MOMENT = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")


def _from_list(label: Any, **more: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, required=False, **more)


class LocalMoment(forms.DateTimeField):
    """A moment by the current time zone's clock. An hour that comes twice is the first of the
    two, one the clock skips is the hour after; neither is refused."""

    def to_python(self, value: Any) -> datetime | None:
        with timezone.override(UTC):
            told = super().to_python(value)
        return told and told.replace(tzinfo=timezone.get_current_timezone(), fold=0)


def _when(label: Any, **more: Any) -> forms.DateTimeField:
    return LocalMoment(label=label, required=False, widget=MOMENT, **more)


def _day(label: Any, **more: Any) -> forms.DateField:
    return forms.DateField(label=label, required=False, widget=DAY, **more)


class FactsForm(forms.Form):
    """Each answer can be left open. Use it with the workplace's time zone as the current one."""

    channel = _from_list(_("Hvor skete det?"))
    channel_owner = _from_list(_("Hvis kanal var det?"))
    relation = _from_list(_("Hvem er afsenderen?"))
    target = _from_list(_("Hvem gik det ud over?"))
    trigger = _from_list(_("Hvad udsprang det af?"))
    pattern = _from_list(_("Er det sket flere gange?"))
    work_connection = _from_list(_("Hænger det sammen med arbejdet?"), choices=KNOWN_OR_NOT)
    occurred_at = _when(
        _("Hvornår skete det?"),
        help_text=_("Politiets 72 timer regnes herfra. Første gang, hvis det er flere."),
    )
    last_at = _when(_("Hvornår skete det senest?"))
    working_time = _from_list(
        _("Skete det i arbejdstiden?"),
        choices=[
            ("", _("Ved ikke")),
            ("inside", _("I arbejdstiden")),
            ("outside", _("Uden for arbejdstiden")),
        ],
    )
    first_day = _day(
        _("Første fraværsdag"),
        help_text=_(
            "Hvis den berørte har været fraværende på grund af det. Fristen i EASY regnes herfra."
        ),
    )
    last_day = _day(
        _("Sidste fraværsdag"), help_text=_("Lad feltet stå tomt, hvis det varer endnu.")
    )
    incapacity_days = forms.IntegerField(
        label=_("Dage, den berørte ikke kunne passe sit arbejde"),
        required=False,
        min_value=0,
        max_value=9999,
        help_text=_(
            "Ud over selve dagen, også når arbejdet kun kunne passes delvist. Lad feltet stå tomt, "
            "hvis fraværsdagene siger det hele."
        ),
    )
    expects_compensation = _from_list(
        _("Ventes der et krav om erstatning for arbejdsskade?"), choices=KNOWN_OR_NOT
    )

    def __init__(self, *args: Any, facts: dict[str, Any], on: date, **more: Any) -> None:
        super().__init__(*args, **{"initial": _initial(facts), **more})
        for name, list_name in LISTS.items():
            offer(self, name, [("", _("Ved ikke")), *choices(list_name, wording.language(), on)])

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        for name in (*MOMENTS, "first_day", "last_day"):
            self._not_long_ago(name)
        for name in (*MOMENTS, "first_day"):
            self._not_to_come(name)
        self._in_order("occurred_at", "last_at", _("Det seneste kan ikke ligge før det første."))
        self._in_order("first_day", "last_day", _("Den sidste dag kan ikke ligge før den første."))
        self._absent_since(given.get("occurred_at"), given.get("first_day"))
        if given.get("last_day") and not given.get("first_day"):
            self.add_error("first_day", _("Skriv også den første dag."))
        return given

    def _not_long_ago(self, name: str) -> None:
        given = self.cleaned_data.get(name)
        if given and given.year < FIRST_YEAR:
            words = _("Så langt tilbage kan det ikke være. Skriv årstallet helt ud.")
            self.add_error(name, ValidationError(words))

    def _not_to_come(self, name: str) -> None:
        """Only the last day of an absence may lie ahead."""
        given = self.cleaned_data.get(name)
        now = timezone.now() if isinstance(given, datetime) else timezone.localdate()
        if given and given > now:
            words = _("Det ligger i fremtiden. Ret dagen eller årstallet.")
            self.add_error(name, ValidationError(words))

    def _absent_since(self, occurred_at: datetime | None, first: date | None) -> None:
        if occurred_at and first and first < occurred_at.date():
            words = _(
                "Fraværet kan ikke begynde før den dag, det skete. Ret dagen her, eller hvornår "
                "det skete."
            )
            self.add_error("first_day", ValidationError(words))

    def _in_order(self, first: str, last: str, words: Any) -> None:
        start, end = self.cleaned_data.get(first), self.cleaned_data.get(last)
        if start and end and end < start:
            self.add_error(last, ValidationError(words))

    def corrections(self) -> dict[str, Any]:
        """What was changed, as ``actions.correct`` takes it; None where it was left open."""
        given, changed = self.cleaned_data, set(self.changed_data)
        found: dict[str, Any] = {name: given[name] or None for name in PLAIN}
        found |= {name: {"yes": True, "no": False}.get(given[name]) for name in YES_NO}
        found |= {name: given[name] and given[name].isoformat() for name in MOMENTS}
        found["incapacity_days"] = given["incapacity_days"]
        found = {name: value for name, value in found.items() if name in changed}
        if changed & {"first_day", "last_day"}:
            found["absence"] = self._absence()
        return found

    def _absence(self) -> dict[str, str | None] | None:
        first, last = self.cleaned_data["first_day"], self.cleaned_data["last_day"]
        if not first:
            return None
        return {"first_day": first.isoformat(), "last_day": last.isoformat() if last else None}


def _initial(facts: dict[str, Any]) -> dict[str, Any]:
    known = {name: facts.get(name) or "" for name in PLAIN}
    known |= {name: _yes_no(facts.get(name)) for name in YES_NO}
    known |= {name: _moment(facts.get(name)) for name in MOMENTS}
    known["incapacity_days"] = facts.get("incapacity_days")
    absence = facts.get("absence") or {}
    return known | {name: _day_of(absence.get(name)) for name in ("first_day", "last_day")}


def _yes_no(told: bool | None) -> str:
    return "" if told is None else ("yes" if told else "no")


def _moment(told: str | None) -> datetime | None:
    """To the minute, as the form shows it: seconds nobody sees must not look like a change."""
    at = moment_in(timezone.get_current_timezone(), told)
    return at.replace(second=0, microsecond=0) if at is not None else None


def _day_of(told: str | None) -> date | None:
    return date.fromisoformat(told) if told else None
