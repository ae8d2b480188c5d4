"""Are you in danger, and for whom do you write?"""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vaern.ground.lib.explained import Explained
from vaern.handle.reports.forms.screen import ScreenForm
from vaern.handle.reports.models import Report, Via


class DangerForm(ScreenForm):
    danger = forms.ChoiceField(
        label=_("Hvordan er det lige nu?"),
        widget=forms.RadioSelect,
        choices=[
            ("no", _("Der er ingen fare lige nu")),
            ("yes", _("Jeg er i fare, eller en anden er")),
            ("unsure", _("Det ved jeg ikke")),
        ],
        error_messages={"required": _("Vælg det, der passer bedst.")},
    )
    via = forms.ChoiceField(
        label=_("Hvem skriver du for?"),
        widget=forms.RadioSelect,
        initial=Via.SELF,
        choices=[
            (Via.SELF, _("Mig selv")),
            (Via.COLLEAGUE, Explained(_("En kollega"), _("Din kollega får besked."))),
            (
                Via.DESK,
                Explained(
                    _("Skranken eller omstillingen"),
                    _("Et opkald eller et brev til en kollega eller hele arbejdspladsen."),
                ),
            ),
        ],
        error_messages={"required": _("Vælg, hvem du skriver for.")},
    )

    def from_draft(self, report: Report) -> dict[str, Any]:
        return {"danger": report.answers.get("danger"), "via": report.via}

    def answers(self) -> dict[str, Any]:
        """The one affected follows: oneself, or the colleague who was chosen before."""
        given = super().answers()
        chosen = self.report.affected if self.report else None
        if given["via"] == Via.SELF:
            return {**given, "affected": self.person}
        return {**given, "affected": chosen if chosen != self.person else None}
