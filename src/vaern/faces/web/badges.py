"""Which colour and which words a badge has; the colour never says it alone."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Badge:
    """`tone` is neutral, info, success, warning, error, acute or statutory."""

    tone: str
    text: Promise | str


URGENCY = {
    0: Badge("neutral", _("Haster ikke")),
    1: Badge("info", _("I denne uge")),
    2: Badge("warning", _("I dag")),
    3: Badge("acute", _("Akut")),
}

SEVERITY = {
    "uncomfortable": Badge("neutral", _("Ubehageligt")),
    "offensive": Badge("info", _("Krænkende")),
    "serious": Badge("warning", _("Alvorligt")),
    "possibly_punishable": Badge("error", _("Muligvis strafbart")),
    "acute_danger": Badge("acute", _("Akut fare")),
}

# Reports, cases and tasks; where two use one code, the page gives its own words.
STATUS = {
    "draft": Badge("neutral", _("Kladde")),
    "received": Badge("info", _("Modtaget")),
    "judged": Badge("info", _("Vurderet")),
    "in_case": Badge("info", _("I en sag")),
    "unsure": Badge("warning", _("Venter på, at et menneske ser på den")),
    "left_alone": Badge("neutral", _("Ikke chikane")),
    "open": Badge("info", _("Åben")),
    "overdue": Badge("error", _("Over tiden")),
    "done": Badge("success", _("Gjort")),
    "not_relevant": Badge("neutral", _("Ikke relevant")),
    "closed": Badge("success", _("Afsluttet")),
}
