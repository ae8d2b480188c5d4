"""Where a report stands, in words for the one who sent it."""

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from vaern.ground.law.codes import label
from vaern.handle.reports.models import Report, Status

WORDS: dict[str, tuple[str, Promise, Promise]] = {
    Status.DRAFT: ("neutral", _("Kladde"), _("Den er ikke sendt endnu.")),
    Status.RECEIVED: ("info", _("Modtaget"), _("Vi har modtaget den og er ved at se på den.")),
    Status.JUDGED: (
        "info",
        _("Modtaget"),
        _("Vi har set på den og er ved at sætte hjælpen i gang."),
    ),
    Status.IN_CASE: ("info", _("Der er en sag"), _("Nogen arbejder på sagen. Du hører fra os.")),
    Status.UNSURE: ("info", _("Modtaget"), _("Vi ser på den.")),
    Status.LEFT_ALONE: (
        "neutral",
        _("Gemt"),
        _("Vi har set på den. Den er gemt, men der er ikke oprettet en sag."),
    ),
}


def standing(report: Report) -> dict[str, Promise | str]:
    """``tone`` and ``word`` for a badge, and a ``sentence`` about what happens now."""
    if report.outcome:
        return {"tone": "success", "word": _("Afsluttet"), "sentence": _ended(report.outcome)}
    tone, word, sentence = WORDS[report.status]
    return {"tone": tone, "word": word, "sentence": sentence}


def _ended(outcome: str) -> str:
    """What came of the case; the closing word itself stands among the words back."""
    how = label("outcomes", outcome, get_language() or "da")
    return _("Sagen er afsluttet: %(outcome)s.") % {"outcome": how}
