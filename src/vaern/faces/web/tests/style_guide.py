"""Addresses of the style guide: every component on real templates, served only to the tests."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import include, path
from django.utils import timezone

from vaern.ground.lib.explained import Explained

KINDS = [
    ("threat", Explained("Trusler", "Fx “Jeg ved, hvor du bor.”")),
    ("degrading", Explained("Nedgørende beskeder", "Fx grove skældsord eller hån.")),
    ("shaming", Explained("Udhængning", "Fx et opslag med dit navn eller billede.")),
    ("unsure", Explained("Jeg er ikke sikker")),
]


class GuideForm(forms.Form):
    """One field of each control."""

    kind = forms.ChoiceField(label="Hvad skete der?", choices=KINDS, widget=forms.RadioSelect)
    channels = forms.MultipleChoiceField(
        label="Hvor skete det?",
        choices=[("mail", Explained("E-mail")), ("sms", Explained("SMS eller opkald"))],
        widget=forms.CheckboxSelectMultiple,
        help_text="Vælg gerne flere.",
    )
    sender = forms.EmailField(label="Afsenderens e-mail", required=False)
    words = forms.CharField(label="Fortæl med dine egne ord", widget=forms.Textarea)
    unit = forms.ChoiceField(label="Afdeling", choices=[("job", "Jobcenter"), ("kult", "Kultur")])
    pictures = forms.FileField(label="Skærmbilleder og filer", required=False)
    agree = forms.BooleanField(label="Min leder må gerne ringe til mig")


class StepForm(forms.Form):
    """One question on a screen."""

    kind = forms.MultipleChoiceField(
        label="", choices=KINDS, widget=forms.CheckboxSelectMultiple(attrs={"aria-label": "Slags"})
    )


@dataclass(frozen=True)
class Named:
    """Stands in for a person or a workplace."""

    name: str


def _frame() -> dict[str, object]:
    return {
        "person": Named("Henrik Bo Dahl"),
        "workplace": Named("Havneby Kommune"),
        "roles": {"employee", "hr"},
        "unread_notices": 3,
    }


def guide(request: HttpRequest) -> HttpResponse:
    """Every component, with a form somebody sent half empty."""
    now = timezone.now()
    rows = [
        _row(now - timedelta(hours=5), "Rikke indberettede en trussel", "flag", "acute"),
        _row(now - timedelta(hours=4), "Sagen blev åbnet, og Mads fik besked", "send", ""),
        _row(now - timedelta(hours=1), "Mads ringede til Rikke", "check", "done"),
    ]
    times = {
        "far": now + timedelta(days=2, hours=3, seconds=40),
        "soon": now + timedelta(hours=3, minutes=20, seconds=40),
        "late": now - timedelta(hours=2, minutes=5, seconds=5),
    }
    facts = [("Sag", "2026-14"), ("Slags", "Trusler"), ("Kanal", "Facebook, privat profil")]
    words = "Jeg har nu ventet i elleve uger.\nDet er simpelthen ikke godt nok."
    form = GuideForm({"sender": "ikke en adresse"})
    context = {"form": form, "rows": rows, "facts": facts, "words": words}
    return render(request, "web/style_guide.html", context | times | _frame())


def _row(at: datetime, text: str, icon: str, tone: str) -> dict[str, object]:
    return {"at": at, "text": text, "icon": icon, "tone": tone}


def step(request: HttpRequest) -> HttpResponse:
    """One question a screen."""
    return render(request, "web/style_guide_step.html", {"form": StepForm()} | _frame())


def plain(request: HttpRequest, name: str) -> HttpResponse:
    """An error page as it is shown to somebody signed out."""
    return render(request, f"{name}.html")


def dummy(request: HttpRequest) -> HttpResponse:
    """Stands behind the menu's doors."""
    return HttpResponse("")


CASES = ([path("opgaver/", dummy, name="tasks"), path("mine/", dummy, name="mine")], "cases")
REPORTS = ([path("ny/", dummy, name="start"), path("mine/", dummy, name="mine")], "reports")
NOTIFY = ([path("", dummy, name="inbox")], "notify")
INBOX = ([path("", dummy, name="list")], "inbox")

urlpatterns = [
    path("", dummy, name="home"),
    path("guide/", guide, name="guide"),
    path("trin/", step, name="step"),
    path("fejl/<slug:name>/", plain, name="plain"),
    path("sager/", include(CASES)),
    path("indberet/", include(REPORTS)),
    path("indbakke/", include(NOTIFY)),
    path("post/", include(INBOX)),
    path("ind/", dummy, name="account_login"),
    path("ud/", dummy, name="account_logout"),
    path("sprog/", include("django.conf.urls.i18n")),
]
