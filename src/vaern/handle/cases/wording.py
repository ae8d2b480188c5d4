"""What the codes of a case are called on its pages, in the reader's language."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from vaern.ground.law.entries import LawDataError, latest
from vaern.handle.evidence.summary import LABELS
from vaern.handle.plans.steps import PHASES
from vaern.handle.triage import words

PHASE_WORDS: Mapping[str, Promise] = {
    "acute": _("Med det samme"),
    "same_day": _("Samme dag"),
    "within_72_hours": _("Inden for 72 timer"),
    "day_1_to_3": _("Dag 1 til 3"),
    "within_14_days": _("Inden for 14 dage"),
    "later": _("Senere"),
}

CONTACT_WORDS: Mapping[str, Promise] = {
    "police": _("Politiet"),
    "easy": _("Arbejdsskade (EASY)"),
    "platform": _("Platform eller hjemmeside"),
    "data_authority": _("Datatilsynet"),
    "other": _("Andre"),
}

REFERENCE_WORDS: Mapping[str, Promise] = {
    "police": _("Journalnummer"),
    "easy": _("EASY-nummer"),
}

ROLE_WORDS: Mapping[str, Promise] = {
    "employee": _("medarbejder"),
    "manager": _("leder"),
    "amr": _("arbejdsmiljørepræsentant"),
    "hr": _("HR"),
    "communications": _("kommunikation"),
    "administrator": _("administrator"),
}


def language() -> str:
    return get_language() or "da"


def own_words(both: Mapping[str, str] | None) -> str:
    """The text with ``da`` and ``en`` in the reader's language."""
    if not both:
        return ""
    return both.get("da" if language().startswith("da") else "en", "")


def law_label(list_name: str, code: str | None) -> str:
    """The law data's words for a code; the code itself where it is unknown."""
    if not code:
        return ""
    try:
        return latest(list_name, code).text(language())
    except LawDataError:
        return code


def law_help(list_name: str, code: str | None) -> str:
    """The law data's explanation of a code, or nothing."""
    try:
        return latest(list_name, code).help(language()) if code else ""
    except LawDataError:
        return ""


def kinds_words(kinds: list[str]) -> str:
    """The fine kinds, the first with a capital letter: "Trussel mod liv eller helbred, afpresning"."""
    words = [law_label("kinds", kind) for kind in kinds]
    return ", ".join([*words[:1], *(word[:1].lower() + word[1:] for word in words[1:])])


def phase_words(phase: str) -> str:
    return str(PHASE_WORDS.get(phase, phase))


def phase_place(phase: str) -> int:
    """Where a phase comes in the course of things; an unknown one last."""
    return PHASES.index(phase) if phase in PHASES else len(PHASES)


def role_words(role: str) -> str:
    """The role as it stands after a name: "Mads Holm, leder"."""
    return str(ROLE_WORDS.get(role, ""))


def contact_words(kind: str) -> str:
    return str(CONTACT_WORDS.get(kind, CONTACT_WORDS["other"]))


def reference_words(kind: str) -> str:
    return str(REFERENCE_WORDS.get(kind, _("Nummer eller link")))


def evidence_words(label: str) -> str:
    """The neutral name of a kind of file: nothing of its content, not even its own name."""
    danish, english = LABELS.get(label, LABELS["unknown"])
    return danish if language().startswith("da") else english


def likeness(assessment: Mapping[str, Any], floor: float) -> list[tuple[str, str]]:
    """(what it looks like, how sure) for each kind the engine thinks likely, surest first."""
    rows = [row for row in assessment.get("kinds", ()) if row["score"] >= floor]
    return [(_looks_like(row["kind"]), sureness(row["score"])) for row in rows]


def _looks_like(kind: str) -> str:
    if kind == "self_harm":
        return str(_("Afsenderen kan selv være i fare"))
    try:
        return str(_("Ligner %(kind)s") % {"kind": words.kind(kind, language())})
    except KeyError:  # an engine that knows more kinds than our words do
        return kind


def why_words(code: str) -> str:
    """Why the engine thinks so, without a word of the message; nothing for an unknown code."""
    try:
        return words.why(code, language())
    except KeyError:
        return ""


def listed(names: Sequence[str], last: str) -> str:
    """ "Rikke, Mads og Amina", with the word ``last`` before the last one."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {last} {names[-1]}"


def sureness(score: float) -> str:
    """How sure the engine is, in words a person can weigh."""
    if score >= 0.9:
        return str(_("meget sandsynligt"))
    return str(_("sandsynligt")) if score >= 0.7 else str(_("muligt"))
