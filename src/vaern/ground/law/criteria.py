"""The definition's criteria one by one: each answers yes, no or not known, and says why.

Source of the criteria: the list `definition` of the law data.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from .answers import Reason
from .because import because
from .entries import Entry, latest
from .facts import LIST_OF, Facts

SERIOUS = 3
"""Severity level from which complaint-like kinds are no longer taken as mere criticism."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One criterion's answer; None = not known, and then `missing` would decide it."""

    value: bool | None
    reason: Reason
    missing: str | None = None


def entry_of(facts: Facts, name: str) -> Entry | None:
    """The law's entry for a coded fact, None when the fact is not known.

    Read whatever the day: what a channel is does not hang on when the code was introduced.
    """
    code = getattr(facts, name)
    return latest(LIST_OF[name], code) if code is not None else None


def fact(facts: Facts, name: str, more: str) -> Any:
    """An extra field of the entry of a coded fact, None when either is not known."""
    entry = entry_of(facts, name)
    return entry.more.get(more) if entry else None


def conduct(facts: Facts) -> Answer:
    """Is what happened among what the definition names, or ordinary hard criticism?

    What a person has judged goes before what the kinds say.
    """
    if facts.abusive is not None:
        judged = facts.abusive
        return Answer(judged, because("conduct_judged" if judged else "conduct_judged_not"))
    says = {latest("kinds", kind).more.get("harassing", "yes") for kind in facts.kinds}
    if "yes" in says:
        return Answer(True, because("conduct_abusive"))
    if says != {"no"} or (fact(facts, "severity", "level") or 0) >= SERIOUS:
        return Answer(None, because("conduct_unknown"), "kinds")
    if fact(facts, "pattern", "lasting"):
        return Answer(None, because("conduct_lasting_criticism"), "lasting_criticism")
    return Answer(False, because("conduct_criticism"))


def digital(facts: Facts) -> Answer:
    """Did it happen digitally? Voice calls count, letters and visits do not."""
    value = fact(facts, "channel", "digital")
    if value is None:
        return Answer(None, because("digital_unknown"), "channel")
    return Answer(value, because("digital" if value else "not_digital"))


def channel_owner(facts: Facts) -> str | None:
    """Whose channel it was: as stated, else what the channel always implies."""
    return facts.channel_owner or fact(facts, "channel", "owner")


def work(facts: Facts) -> Answer:
    """Is it connected with the work? What a person says of it goes before what we can infer."""
    if facts.work_connection is not None:
        stated = facts.work_connection
        return Answer(stated, because("work_stated" if stated else "work_denied"))
    known_through_work = fact(facts, "relation", "work")
    if known_through_work and channel_owner(facts) == "workplace":
        return Answer(True, because("work_relation_channel"))
    if known_through_work and fact(facts, "trigger", "work"):
        return Answer(True, because("work_relation_trigger"))
    if facts.target == "workplace":
        return Answer(True, because("work_whole_workplace"))
    return Answer(None, because("work_unknown"), "work_connection")


def external(facts: Facts) -> Answer:
    """Does the sender come from outside, that is neither employee nor employer?"""
    internal = fact(facts, "relation", "internal")
    if internal is None:
        return Answer(None, because("sender_unknown"), "relation")
    return Answer(not internal, because("sender_internal" if internal else "sender_external"))


def all_of(values: Iterable[bool | None]) -> bool | None:
    """And with not-known: one no decides, otherwise one not-known leaves it open."""
    found = list(values)
    if False in found:
        return False
    return None if None in found else True
