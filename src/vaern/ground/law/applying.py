"""Does a deadline apply to an episode, and why or why not?"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from .answers import Reason
from .because import because
from .criteria import conduct, external, fact, work
from .entries import Entry, find, in_force, latest
from .facts import Facts
from .penal import penal_notes

ACCIDENT_DAYS = timedelta(days=5)
"""An accident is sudden or happens within 5 days; what lasts longer points to a disease (AES)."""

PUNISHABLE = 4
"""Severity level `possibly_punishable`."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a deadline applies, why, and what has to be said with it."""

    applies: bool
    reason: Reason
    notes: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Episode:
    """The facts with what the deadlines need of the judgement."""

    facts: Facts
    on: date
    law_day: date
    abusive: bool | None
    work_related: bool | None
    external: bool | None

    @classmethod
    def of(cls, facts: Facts, on: date) -> Self:
        act, job, sender = conduct(facts), work(facts), external(facts)
        return cls(facts, on, facts.law_day(on), act.value, job.value, sender.value)

    def proposal(self, code: str) -> Entry | None:
        """The unconfirmed change to a deadline that would hold on the episode's day, if any."""
        proposed = (e for e in in_force("deadlines", self.law_day) if not e.confirmed)
        return next((e for e in proposed if e.more.get("replaces") == code), None)

    def rule(self, code: str) -> Entry | None:
        """The rule of a deadline: the confirmed one, or the proposal the workplace switched on."""
        proposal = self.proposal(code)
        if proposal and self.facts.options.get(proposal.more["option"]):
            return proposal
        return find("deadlines", code, self.law_day)

    def is_series(self) -> bool:
        """Has it lasted more than 5 days, by the workplace's calendar and clock?"""
        first, last = self.facts.occurred_at, self.facts.last_at
        if first is None or last is None:
            return False
        shown = [self.facts.local(moment).replace(tzinfo=None) for moment in (first, last)]
        return shown[1] - shown[0] > ACCIDENT_DAYS

    def days_unfit(self) -> int | None:
        """Days absent or unfit beyond the day of injury, so far as stated; None = not stated."""
        stated = [n for n in (self.facts.incapacity_days, self._days_absent()) if n is not None]
        return max(stated, default=None)

    def _days_absent(self) -> int | None:
        absence = self.facts.absence
        if absence is None or absence.first_day is None:
            return None
        first = absence.first_day
        if self.facts.occurred_at:  # the day of injury itself does not count
            first = max(first, self.law_day + timedelta(days=1))
        last = absence.last_day or max(self.on, absence.first_day)
        return max(0, (last - first).days + 1)


def applies(episode: Episode, code: str, rule: Entry) -> Verdict:
    """Does this deadline, read by this rule, apply to the episode?"""
    return ASKED[code](episode, rule)


def _police(episode: Episode, rule: Entry) -> Verdict:
    """Kept open unless what is known speaks against it: an expired clock cannot be undone."""
    facts = episode.facts
    if (fact(facts, "severity", "level") or 0) >= PUNISHABLE:
        return Verdict(True, because("police_possible"))
    if episode.abusive is None:
        return Verdict(True, because("police_open"))
    cautious = any(latest("kinds", kind).more["police"] for kind in facts.kinds)
    listed = penal_notes(facts, episode.law_day, work_related=episode.work_related)
    if episode.abusive and (cautious or listed):
        return Verdict(True, because("police_possible"))
    return Verdict(False, because("police_not_indicated"))


def _not_an_accident(episode: Episode) -> Verdict | None:
    if episode.work_related is False:
        return Verdict(False, because("not_work"))
    if episode.is_series():
        return Verdict(False, because("easy_disease"), (because("single_serious"),))
    return None


def _easy_absence(episode: Episode, rule: Entry) -> Verdict:
    return _not_an_accident(episode) or _by_absence(episode, rule)


def _by_absence(episode: Episode, rule: Entry) -> Verdict:
    days, limit = episode.days_unfit(), rule.more["absence_days"]
    if not days:
        return Verdict(False, because("easy_absence_none"))
    if days < limit:
        return Verdict(False, because("easy_absence_short", days=days, limit=limit))
    return Verdict(True, because("easy_absence_met", limit=limit), _outside(episode))


def _outside(episode: Episode) -> tuple[Reason, ...]:
    """Outside working hours it goes to the authority as well, whether there is absence or not."""
    outside = episode.facts.working_time == "outside" and episode.work_related is True
    return (because("easy_outside"),) if outside else ()


def _easy_compensation(episode: Episode, rule: Entry) -> Verdict:
    other = _not_an_accident(episode)
    if other:
        return other
    by_absence = episode.rule("easy_absence")
    if by_absence and _by_absence(episode, by_absence).applies:
        return Verdict(False, because("easy_claim_covered"))
    if episode.facts.expects_compensation:
        return Verdict(True, because("easy_claim_expected"), _outside(episode))
    return Verdict(False, because("easy_claim_none"))


def _disease(episode: Episode, rule: Entry) -> Verdict:
    if episode.work_related is False:
        return Verdict(False, because("not_work"))
    series = episode.is_series()
    return Verdict(series, because("disease_series" if series else "disease_not_series"))


def _breach(episode: Episode, rule: Entry) -> Verdict:
    known = episode.facts.personal_data_breach_known_at is not None
    return Verdict(known, because("breach_known" if known else "breach_none"))


def _talk(episode: Episode, rule: Entry) -> Verdict:
    if episode.work_related is False:
        return Verdict(False, because("not_work"))
    if episode.external is False:
        return Verdict(False, because("talk_other_procedure"))
    if episode.abusive is False:
        return Verdict(False, because("talk_not_meant"))
    return Verdict(True, because("talk_after_violence"))


ASKED: Mapping[str, Callable[[Episode, Entry], Verdict]] = {
    "police_72h": _police,
    "easy_absence": _easy_absence,
    "easy_compensation": _easy_compensation,
    "occupational_disease": _disease,
    "data_breach_72h": _breach,
    "follow_up_talk": _talk,
}
