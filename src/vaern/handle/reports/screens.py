"""The screens of the report form: their addresses, titles and forms."""

from dataclasses import dataclass

from django.http import Http404
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vaern.handle.reports import forms, rules, unfinished
from vaern.handle.reports.models import Report


@dataclass(frozen=True)
class Screen:
    """One question. ``slug`` is its place in the address, ``code`` its step in the draft."""

    code: str
    slug: str
    title: Promise
    lead: Promise | str
    form: type[forms.ScreenForm]

    @property
    def template(self) -> str:
        return f"reports/{self.code}.html"

    @property
    def number(self) -> int:
        return rules.STEPS.index(self.code) + 1

    def url(self, report: Report) -> str:
        return reverse("reports:step", args=[report.pk, self.slug])

    def back_url(self, report: Report) -> str | None:
        """The screen before this one, None on the first."""
        before = rules.step_before(self.code)
        return by_code(before).url(report) if before else None

    def next_url(self, report: Report) -> str:
        return by_code(rules.step_after(self.code)).url(report)


SCREENS = (
    Screen(
        "danger",
        "fare",
        _("Indberet"),
        _("Det tager under et minut. Du kan stoppe undervejs; vi gemmer det, du har skrevet."),
        forms.DangerForm,
    ),
    Screen(
        "what",
        "hvad",
        _("Hvad skete der?"),
        _("Er du i tvivl, er det også fint."),
        forms.WhatForm,
    ),
    Screen("where", "hvor", _("Hvor og hvornår?"), "", forms.WhereForm),
    Screen(
        "who",
        "hvem",
        _("Hvem gik det ud over, og hvem kom det fra?"),
        _("Skriv det, du ved. Resten kan vente."),
        forms.WhoForm,
    ),
    Screen(
        "evidence",
        "bevis",
        _("Tilføj det, du har"),
        _("Du behøver ikke at se på det igen. Har du ingenting, så gå videre."),
        forms.EvidenceForm,
    ),
    Screen(
        "check",
        "send",
        _("Se det igennem, og send"),
        _("Du kan rette alt. Du kan også tilføje mere, når du har sendt."),
        forms.CheckForm,
    ),
)

NEEDED = (("kinds", "what"), ("channel", "where"), ("relation", "who"))
"""Answers without which nothing is sent, and the screen that asks for them."""


def by_code(code: str) -> Screen:
    return SCREENS[rules.STEPS.index(code)]


def by_slug(slug: str) -> Screen:
    """The screen at an address; 404 where there is none."""
    found = next((screen for screen in SCREENS if screen.slug == slug), None)
    if found is None:
        raise Http404
    return found


def unanswered(report: Report) -> Screen | None:
    """The first screen that still must be answered, None when the report can be sent."""
    missing = [screen for name, screen in NEEDED if not report.answers.get(name)]
    missing += unfinished.screens(report)
    if rules.needs_a_name(report.via, report.answers.get("target")) and not report.affected_id:
        missing.append("who")
    return by_code(min(missing, key=rules.STEPS.index)) if missing else None


def onward(screen: Screen, draft: Report) -> str:
    """Where one goes from a screen: on, or back to the last one after correcting an answer."""
    if draft.step != rules.STEPS[-1]:
        return screen.next_url(draft)
    return (unanswered(draft) or by_code(draft.step)).url(draft)
