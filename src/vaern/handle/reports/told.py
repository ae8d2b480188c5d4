"""What a report says, as rows of label and answer in the reader's language."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from vaern.ground.law.codes import label
from vaern.ground.law.entries import latest
from vaern.ground.lib.moments import moment_in
from vaern.ground.people import calendar
from vaern.ground.people.access import person_in
from vaern.handle.evidence.safe import safe_text
from vaern.handle.reports.models import Report
from vaern.handle.reports.suspects import MAYBE_FROM

WORKING_TIME: dict[str, Promise] = {
    "inside": gettext_lazy("I arbejdstiden"),
    "outside": gettext_lazy("Uden for arbejdstiden"),
}
DANGER: dict[str, Promise] = {
    "yes": gettext_lazy("Ja"),
    "no": gettext_lazy("Nej"),
    "unsure": gettext_lazy("Det ved jeg ikke"),
}
CODED = (
    ("what", gettext_lazy("Hvad"), "kinds", "kinds"),
    ("where", gettext_lazy("Hvor"), "channel", "channels"),
    ("where", gettext_lazy("Hvis konto eller side"), "channel_owner", "channel_owners"),
    ("who", gettext_lazy("Gik ud over"), "target", "targets"),
    ("who", gettext_lazy("Kom fra"), "relation", "relations"),
)


@dataclass(frozen=True)
class Told:
    """One answer; ``step`` is the screen where it can be corrected."""

    step: str
    label: str
    value: str


def told(report: Report, *, hours: bool = True) -> list[Told]:
    """Everything answered, in the order it was asked; empty answers are left out.

    ``hours`` False leaves out whether it was in working hours, where the page asks about it.
    """
    rows = [*_danger(report), *_coded(report), *_when(report, hours), *_people(report)]
    order = ("danger", "what", "where", "who")
    return sorted((row for row in rows if row.value), key=lambda row: order.index(row.step))


def other_procedure(report: Report) -> str:
    """Where to go when a colleague or manager sent it; empty otherwise."""
    if not from_inside(report):
        return ""
    return latest("regimes", "kraenkende_handlinger").help(_lang())


def from_inside(report: Report) -> bool:
    """Is the sender one of us, as far as it was told? Then nobody is sent to their manager."""
    relation = report.answers.get("relation")
    return bool(relation and latest("relations", relation).more.get("internal"))


def maybe_from_inside(report: Report) -> bool:
    """The same, or does something in it point to one of us?"""
    return from_inside(report) or bool(report.answers.get(MAYBE_FROM))


def not_digital(report: Report) -> bool:
    """A letter or a visit: registered, but not what the definition calls digital."""
    channel = report.answers.get("channel")
    return bool(channel) and latest("channels", channel).more.get("digital") is False


def occurred(report: Report) -> str:
    """The day it happened, with the clock when it is known; empty when nothing is."""
    at = moment_in(calendar.zone_of(report.workplace), report.answers.get("occurred_at"))
    if at is None:
        return ""
    if report.answers.get("clock_known"):
        # Translators: Django date format of a full point in time.
        return date_format(at, _("l j. F Y \\k\\l. H.i"))
    # Translators: Django date format of a weekday and its date.
    return date_format(at, _("l j. F Y"))


def _danger(report: Report) -> Iterator[Told]:
    words = DANGER.get(report.answers.get("danger", ""))
    yield Told("danger", _("Fare lige nu"), str(words or ""))


def _coded(report: Report) -> Iterator[Told]:
    for step, words, name, list_name in CODED:
        value = report.answers.get(name) or []
        codes = value if isinstance(value, list) else [value]
        text = ", ".join(label(list_name, code, _lang()) for code in codes)
        yield Told(step, str(words), text)


def _when(report: Report, hours: bool) -> Iterator[Told]:
    yield Told("where", _("Hvornår"), occurred(report))
    if not hours:
        return
    words = WORKING_TIME.get(report.answers.get("working_time", ""))
    yield Told("where", _("Arbejdstid"), str(words or ""))


def _people(report: Report) -> Iterator[Told]:
    insider = report.answers.get("internal_person")
    yield Told("who", _("Den, det gik ud over"), report.affected.name if report.affected else "")
    yield Told("who", _("Afsender"), safe_text(report.sender))
    name = safe_text(report.answers.get("sender_name", ""))
    yield Told("who", _("Afsenderens navn"), name)
    name = person_in(report.workplace, insider).name if insider else ""
    yield Told("who", _("Kollega eller leder, der sendte det"), name)


def _lang() -> str:
    return get_language() or "da"
