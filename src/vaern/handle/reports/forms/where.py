"""Where and when it happened."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vaern.ground.law.entries import in_force, latest
from vaern.ground.lib.explained import Explained
from vaern.ground.lib.moments import moment_in
from vaern.ground.people import calendar
from vaern.handle.reports.forms.screen import Choices, ScreenForm
from vaern.handle.reports.hours import hours_when
from vaern.handle.reports.models import Report

MESSAGES = ("email", "sms", "chat", "payment_message", "citizen_platform")
CALLS = ("phone", "voicemail", "video_meeting")
GROUPS = (
    (_("Besked"), MESSAGES),
    (_("Opkald"), CALLS),
    (_("Sociale medier"), ("social_", "fake_profile")),
    (_("Andre steder på nettet"), ("review_site", "website", "video_platform", "comment_track")),
)
YEARS_BACK = 20
SLACK = timedelta(minutes=5)
"""A phone's clock may be this much ahead of ours."""


class WhereForm(ScreenForm):
    use_required_attribute = False  # the date is needed for one of the answers only

    channel = forms.ChoiceField(
        label=_("Hvor skete det?"),
        error_messages={"required": _("Vælg det sted, der passer bedst.")},
    )
    channel_owner = forms.ChoiceField(
        label=_("Hvis konto, telefon eller side var det?"),
        widget=forms.RadioSelect,
        required=False,
        choices=[
            ("workplace", Explained(_("Arbejdspladsens"), _("Din arbejdsmail eller fælles side."))),
            ("private", Explained(_("Min egen"), _("Din private telefon eller profil."))),
            ("third_party", _("En andens eller offentlig")),
        ],
    )
    when = forms.ChoiceField(
        label=_("Hvornår skete det?"),
        widget=forms.RadioSelect,
        choices=[
            ("now", _("Lige nu")),
            ("today", _("Tidligere i dag")),
            ("yesterday", _("I går")),
            ("other", _("En anden dag")),
        ],
        error_messages={"required": _("Vælg, hvornår det skete.")},
    )
    day = forms.DateField(
        label=_("Dato"),
        widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"),
        error_messages={"required": _("Vælg datoen. Cirka er fint.")},
    )
    clock = forms.TimeField(
        label=_("Klokken cirka"), required=False, widget=forms.TimeInput({"type": "time"}, "%H:%M")
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.choice("channel").choices = _channels(self.lang, self.today())
        self.fields["day"].widget.attrs |= {
            "min": self._earliest().isoformat(),
            "max": self.today().isoformat(),
        }
        self.fields["day"].required = not self.is_bound or self.data.get("when") == "other"

    def from_draft(self, report: Report) -> dict[str, Any]:
        shown, zone = dict(report.answers), calendar.zone_of(report.workplace)
        at = moment_in(zone, report.answers.get("occurred_at"))
        if at is not None:
            shown |= {"when": self._when(at.date()), "day": at.date()}
            if report.answers.get("clock_known"):
                shown["clock"] = at.time().replace(second=0, microsecond=0)
        return shown

    def _earliest(self) -> date:
        """As far back as anything is told of; a year with a slip in it lies before."""
        return date(self.today().year - YEARS_BACK, 1, 1)

    def _when(self, day: date) -> str:
        back = {self.today(): "today", self.today() - timedelta(days=1): "yesterday"}
        return back.get(day, "other")

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        day = given.get("day")
        if given.get("when") == "other" and day and day < self._earliest():
            self.add_error("day", _("Så langt tilbage kan det ikke være. Skriv årstallet helt ud."))
        if given.get("when") and not self.errors and self._at(given) > self.now() + SLACK:
            late = "clock" if given.get("clock") else "day"
            self.add_error(late, _("Tidspunktet ligger i fremtiden."))
        return given

    def _at(self, given: dict[str, Any]) -> datetime:
        """The moment; where the clock is not known, the day's first minute: no deadline is late."""
        if given["when"] == "now":
            return self.now()
        days = {"today": self.today(), "yesterday": self.today() - timedelta(days=1)}
        day = days.get(given["when"]) or given["day"]
        clock = given.get("clock") or time(0)
        return datetime.combine(day, clock, calendar.zone_of(self.person.workplace))

    def answers(self) -> dict[str, Any]:
        given, at = self.cleaned_data, self._at(self.cleaned_data)
        known = given["when"] == "now" or given["clock"] is not None
        owner = latest("channels", given["channel"]).more.get("owner")
        return {
            "channel": given["channel"],
            "channel_owner": owner or given["channel_owner"] or None,
            "occurred_at": at.replace(microsecond=0).isoformat(),
            "clock_known": known or None,
            "working_time": hours_when(self.person.workplace, at) if known else None,
        }


def _channels(lang: str, on: date) -> Choices:
    """The law's channels in groups, with the rest as they stand in the list."""
    left = {entry.code: entry.text(lang) for entry in in_force("channels", on)}
    choices: Choices = [("", _("Vælg"))]
    for words, starts in GROUPS:
        codes = [code for code in left if code.startswith(starts)]
        choices.append((words, [(code, left.pop(code)) for code in codes]))
    return [*choices, (_("Andet"), list(left.items()))]
