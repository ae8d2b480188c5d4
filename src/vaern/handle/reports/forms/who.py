"""Whom it hit, and who sent it."""

from functools import cached_property
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from vaern.ground.law.codes import choices
from vaern.ground.lib.explained import Explained
from vaern.ground.people.access import has_role, person_in
from vaern.ground.people.models import Person, RoleCode
from vaern.handle.reports.forms.people import Directory, name_field
from vaern.handle.reports.forms.screen import ScreenForm
from vaern.handle.reports.models import Report, Via

INSIDE = ("colleague", "manager")
YES_NO = {"yes": True, "no": False}
NAME_NEEDED = _("Skriv, hvilken kollega det gik ud over.")
ONE, SEVERAL, WORKPLACE, FAMILY = "one", "several", "workplace", "family"


class WhoForm(ScreenForm):
    target = forms.ChoiceField(
        label=_("Hvem gik det ud over?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Vælg, hvem det gik ud over.")},
    )
    relation = forms.ChoiceField(
        label=_("Hvem kom det fra?"),
        error_messages={"required": _("Vælg det, der passer bedst. “Ukendt” er også et svar.")},
    )
    sender = forms.CharField(
        label=_("Afsenderens adresse, nummer eller profil"),
        help_text=_("Så kan vi se, om den samme har skrevet før."),
        max_length=500,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    sender_name = forms.CharField(
        label=_("Afsenderens navn"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    work = forms.ChoiceField(
        label=_("Har det noget at gøre med arbejdet?"),
        widget=forms.RadioSelect,
        required=False,
        choices=[("yes", _("Ja")), ("no", _("Nej")), ("unsure", _("Det ved jeg ikke"))],
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.choice("target").choices = self._targets()
        relations = choices("relations", self.lang, self.today())
        self.choice("relation").choices = [("", _("Vælg")), *relations]
        self.fields["insider"] = name_field(
            self.directory,
            label=_("Hvilken kollega eller leder er det?"),
            help_text=_("Den, du skriver, får ikke adgang til sagen."),
        )
        if not self.for_self:
            self.fields["colleague"] = name_field(
                self.directory,
                label=_("Kollegaens navn"),
                error_messages={"required": NAME_NEEDED},
                help_text=_("Din kollega får besked, når du sender."),
            )
            # The desk may take a call for everybody; on behalf of a colleague there is one.
            self.fields["colleague"].required = self._via() == Via.COLLEAGUE

    @cached_property
    def directory(self) -> Directory:
        return Directory(self.person.workplace, but=self.person)

    def _targets(self) -> list[tuple[str, Any]]:
        if self.for_self:
            one, family = _("Mig"), _("Min familie")
        else:
            one, family = _("En kollega"), _("En kollegas familie")
        everybody = Explained(_("Hele arbejdspladsen"), _("For eksempel et opslag om os alle."))
        return [(ONE, one), (SEVERAL, _("Flere af os")), (WORKPLACE, everybody), (FAMILY, family)]

    def from_draft(self, report: Report) -> dict[str, Any]:
        told = report.answers
        kept = {True: "yes", False: "no"}
        return {
            **told,
            "target": ONE if told.get("target") in ("employee", "leader") else told.get("target"),
            "sender": report.sender,
            "work": kept.get(told.get("work_connection", "")),
            "insider": self._name_of(told.get("internal_person")),
            "colleague": self.directory.spelt(report.affected) if report.affected else "",
        }

    def _name_of(self, pk: str | None) -> str:
        return self.directory.spelt(person_in(self.person.workplace, pk)) if pk else ""

    def clean_insider(self) -> Person | None:
        if self.cleaned_data.get("relation") not in INSIDE:
            return None
        return self.directory.find(self.cleaned_data["insider"])

    def clean_colleague(self) -> Person | None:
        chosen = self.directory.find(self.cleaned_data["colleague"])
        if chosen is None and self.cleaned_data.get("target") in (ONE, FAMILY):
            raise ValidationError(NAME_NEEDED)
        return chosen

    def _via(self) -> str:
        return self.report.via if self.report else Via.SELF

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        insider = given.get("insider")
        if insider is not None and insider == given.get("colleague"):
            self.add_error("insider", _("Afsenderen kan ikke være den, det gik ud over."))
        return given

    def answers(self) -> dict[str, Any]:
        given = self.cleaned_data
        hit = self.person if self.for_self else given["colleague"]
        insider = given["insider"]
        return {
            "affected": hit,
            "target": self._target(given["target"], hit),
            "relation": given["relation"],
            "internal_person": str(insider.pk) if insider else None,
            "sender": given["sender"],
            "sender_name": given["sender_name"] or None,
            "work_connection": YES_NO.get(given["work"]),
        }

    def _target(self, chosen: str, hit: Person | None) -> str:
        if chosen != ONE:
            return chosen
        return "leader" if hit and has_role(hit, RoleCode.MANAGER) else "employee"
