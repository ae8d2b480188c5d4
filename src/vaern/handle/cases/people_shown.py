"""Who is let in to a case and who is kept out, in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vaern.handle.cases import wording
from vaern.handle.cases.models import Exclusion, Member, Part

LET_IN_WHY: Mapping[str, Promise] = {
    "plan": _("Har en opgave i planen"),
    "task": _("Har fået en opgave"),
    "escalated": _("Et skridt blev ikke gjort til tiden"),
    "stands_in": _("Overtog en opgave fra en, der er væk"),
    "affected": _("Er den, sagen handler om"),
    "reporter": _("Indberettede det"),
    "asked": _("Bedt om hjælp i sagen"),
    "supports": _("Støtter den berørte"),
    "expert": _("Hjælper med jura eller teknik"),
    "alone": _("Behandler sin egen sag, fordi ingen anden har rollen"),
    "joined": _("Var med i en sag, der er lagt sammen med denne"),
}
"""Why somebody is let in. The codes a person can choose are in ``CHOSEN_WHY``."""

CHOSEN_WHY = ("asked", "supports", "expert")

KEPT_OUT_WHY: Mapping[str, Promise] = {
    "named": _("Nævnt som afsender"),
    "conflict": _("Er part i sagen eller tæt på afsenderen"),
    "wish": _("Den berørte har bedt om det"),
    "deputy": _("Er valgt som stedfortræder af en, der holdes ude"),
}
CHOSEN_OUT = ("conflict", "wish", "named")


@dataclass(frozen=True)
class PersonShown:
    """A name, what they are, and why they are in or out; ``away`` says until when they are."""

    pk: str
    name: str
    role: str
    why: str
    part: str = ""
    away: str = ""

    @property
    def helps(self) -> bool:
        return self.part in (Part.HANDLER, Part.SUPPORT)


def members(rows: Iterable[Member]) -> list[PersonShown]:
    """The people let in; handlers first, as they came."""
    found = [member(row) for row in rows]
    return sorted(found, key=lambda one: not one.helps)


def member(row: Member) -> PersonShown:
    role = wording.role_words(row.role) or str(Part(row.part).label).lower()
    why = str(LET_IN_WHY.get(row.why, row.why))
    return PersonShown(str(row.person_id), row.person.name, role, why, row.part)


def kept_out(rows: Iterable[Exclusion]) -> list[PersonShown]:
    """The people kept out, and why."""
    return [
        PersonShown(
            str(row.person_id), row.person.name, "", str(KEPT_OUT_WHY.get(row.why, row.why))
        )
        for row in rows
    ]
