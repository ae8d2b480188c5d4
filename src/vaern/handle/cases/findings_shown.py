"""What the law's rules say of the case, in the reader's language."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from vaern.ground.law.answers import Finding, PenalNote
from vaern.ground.law.punishment import punishment
from vaern.handle.cases import wording
from vaern.handle.cases.models import Case
from vaern.handle.cases.situation import JUDGED, NOT_HARASSMENT
from vaern.handle.cases.steps_shown import host


@dataclass(frozen=True)
class Sourced:
    """A sentence with what it rests on: names, and (address, site) of pages."""

    text: str
    help: str
    named: list[str]
    links: list[tuple[str, str]]


@dataclass(frozen=True)
class FindingShown:
    """``verdict`` is one sentence; ``missing`` are questions whose answers would decide it.

    ``kinds`` are those that stand in the case: a person's, once somebody has judged it.
    """

    verdict: str
    kinds: str
    regime: str
    regime_help: str
    missing: list[str]
    reasons: list[Sourced]
    penal: list[Sourced]


def shown(case: Case) -> FindingShown | None:
    """The case's finding; None while there is none."""
    if not case.finding:
        return None
    finding = Finding.from_dict(case.finding)
    lang = wording.language()
    return FindingShown(
        verdict=_judged(finding, case) or _verdict(finding),
        kinds=wording.kinds_words(case.kinds),
        regime=wording.law_label("regimes", finding.regime),
        regime_help=wording.law_help("regimes", finding.regime),
        missing=[wording.law_label("missing", code) for code in finding.missing],
        reasons=[sourced(one.text(lang), one.sources) for one in finding.reasons],
        penal=[sourced(one.text(lang), one.sources, _penal_help(one)) for one in finding.penal],
    )


def sourced(text: str, sources: Iterable[str], more: str = "") -> Sourced:
    """The sentence with its sources parted into names and pages."""
    listed = list(sources)
    links = [one for one in listed if one.startswith("http")]
    named = [one for one in listed if one not in links]
    return Sourced(text, more, named, [(link, host(link)) for link in links])


def _judged(finding: Finding, case: Case) -> str:
    """What a person has judged, where the rules alone would say something else or nothing."""
    if case.facts.get(NOT_HARASSMENT):
        return _("Det er vurderet, at det ikke er chikane.")
    if case.facts.get(JUDGED) != "yes" or finding.is_digital_harassment:
        return ""
    if finding.is_digital_harassment is None:
        return _(
            "Det er vurderet, at det er chikane. Der mangler oplysninger, før vi kan sige, om det "
            "er arbejdsrelateret digital chikane efter Arbejdstilsynets definition."
        )
    if finding.digital is False:
        return _("Det er vurderet, at det er chikane, men det er ikke digitalt.")
    return _("Det er vurderet, at det er chikane, men at det ikke hænger sammen med arbejdet.")


def _verdict(finding: Finding) -> str:
    if finding.is_digital_harassment:
        return _("Det er arbejdsrelateret digital chikane efter Arbejdstilsynets definition.")
    if finding.is_digital_harassment is None:
        return _("Det kan ikke afgøres endnu. Der mangler oplysninger.")
    if finding.digital is False and finding.work_related is not False:
        return _("Det er registreret, men det er ikke digitalt.")
    return _("Efter oplysningerne er det ikke arbejdsrelateret digital chikane.")


def _penal_help(note: PenalNote) -> str:
    """The highest punishment and who brings the case, then what else there is to know."""
    help_ = note.da_help if wording.language().startswith("da") else note.en_help
    return " ".join(filter(None, (punishment(note.max_months, note.prosecution), help_)))


def facts(kinds: list[str], known: Mapping[str, Any]) -> list[tuple[str, str]]:
    """What a case or a report rests on, as (label, words)."""
    return [
        (_("Hvad"), wording.kinds_words(kinds)),
        (_("Hvor"), wording.law_label("channels", known.get("channel"))),
        (_("Hvis kanal"), wording.law_label("channel_owners", known.get("channel_owner"))),
        (_("Afsender"), wording.law_label("relations", known.get("relation"))),
        (_("Rettet mod"), wording.law_label("targets", known.get("target"))),
        (_("Arbejdstid"), _working_time(known.get("working_time"))),
    ]


def _working_time(value: str | None) -> str:
    return {"inside": _("I arbejdstiden"), "outside": _("Uden for arbejdstiden")}.get(
        str(value), ""
    )
