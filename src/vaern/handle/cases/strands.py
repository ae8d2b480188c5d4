"""The strands of a case: each message and each person in it that has clocks of its own."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import Q

from vaern.ground.law.facts import Facts
from vaern.ground.people.models import Person
from vaern.handle.cases.access import whole
from vaern.handle.cases.models import Case, Task, TaskState
from vaern.handle.cases.situation import (
    NOT_HARASSMENT,
    facts_of,
    judged,
    situation_of,
    spans,
    today_of,
)
from vaern.handle.cases.timed import Wanted
from vaern.handle.plans.rules import Situation, Span
from vaern.handle.plans.steps import Step

LAST = "last"
POLICE = "police_72h"


@dataclass(frozen=True)
class Strand:
    """``person`` is there when it hit somebody else than the case itself; ``settled`` are the
    steps that were dealt with before the case was joined, ``ended`` those somebody set aside."""

    part: str
    situation: Situation
    happened_at: datetime | None
    affected: Person | None
    person: Person | None = None
    settled: frozenset[str] = frozenset()
    ended: frozenset[str] = frozenset()

    def asks_for(self, step: Step, asked: Collection[str]) -> bool:
        """Its own are the deadlines of the law, and for another person what each is owed; the rest
        only where nothing before has ``asked`` for it. What comes again is never dealt with."""
        if step.code in (self.ended if step.due.again_hours else self.settled):
            return False
        if self.part.endswith(LAST):
            return step.statutory and step.due.deadline == POLICE
        own = step.statutory or (step.each and self.person is not None)
        return own or step.code not in asked

    def wants(self, step: Step) -> Wanted:
        return Wanted(step, self.situation, self.part, self.affected, happened_at=self.happened_at)


def strands_of(case: Case, situation: Situation, now: datetime) -> list[Strand]:
    """Those beyond the case's own first message: the cases joined into it, its latest message."""
    facts, joined = facts_of(case), _joined(case)
    found = [strand for one in joined for strand in _joined_strand(case, one, now)]
    known = {at for one in joined for at in _moments(facts_of(one))} | {facts.occurred_at}
    if facts.last_at and facts.last_at not in known:
        found.append(_last(case, facts, situation, now))
    return found


def keeping_clocks(case: Case, situation: Situation, now: datetime) -> Situation:
    """Joining makes a series, which may be an illness and no accident; but the deadlines of the
    first message on its own go on, as those of the joined ones do."""
    facts = facts_of(case)
    if facts.last_at is None or len(whole(case)) == 1:
        return situation
    alone = spans(replace(facts, last_at=None), today_of(case, now))
    kept = {code: span for code, span in alone.items() if span.statutory}
    return replace(situation, deadlines={**kept, **situation.deadlines})


def spans_for(case: Case, person: Person, code: str, now: datetime) -> list[Span]:
    """One deadline of the law, for each message that hit the person."""
    situation = situation_of(case, judged(case, now), now)
    found = [(case.affected, situation.deadlines)]
    strands = strands_of(case, situation, now)
    found += [(one.affected, one.situation.deadlines) for one in strands]
    return [all_[code] for hit, all_ in found if hit in (person, None) and code in all_]


def _joined(case: Case) -> list[Case]:
    rows = Case.objects.filter(pk__in=whole(case)).exclude(pk=case.pk)
    sealed_by = ("key__parent", "workplace__key", "affected__workplace__key")
    return list(rows.select_related(*sealed_by).order_by("opened_at", "pk"))


def _joined_strand(case: Case, old: Case, now: datetime) -> Iterator[Strand]:
    """Nothing where a person had said that it is no harassment."""
    if old.facts.get(NOT_HARASSMENT):
        return
    other = old.affected if old.affected_id != case.affected_id else None
    situation, facts, part = situation_of(old, judged(old, now), now), facts_of(old), old.pk.hex
    before = list(_before(case, old, part))
    done = frozenset(step for step, _ in before)
    aside = frozenset(step for step, state in before if state == TaskState.NOT_RELEVANT)
    yield Strand(part, situation, facts.occurred_at, old.affected, other, done, aside)
    if facts.last_at and facts.last_at != facts.occurred_at:
        own, part = _last(old, facts, situation, now), f"{part}-{LAST}"
        done = frozenset(step for step, _ in _before(case, old, part, LAST))
        yield replace(own, part=part, person=other, settled=done)


def _before(case: Case, old: Case, part: str, own: str = "") -> Iterator[tuple[str, str]]:
    """(step, state) of what somebody did or set aside with a reason while the case was its own,
    or part of one that is itself joined now."""
    there = Q(case=old, part=own) | Q(case__in=whole(case)[1:], part=part)
    rows = Task.objects.filter(there, left="").exclude(state=TaskState.OPEN)
    yield from rows.values_list("step", "state")


def settled_in(case: Case) -> set[str]:
    """Steps that are dealt with for a case that was joined into this one, there or here."""
    rows = Task.objects.filter(case__in=whole(case)).exclude(case=case, part="")
    rows = rows.filter(left="").exclude(state=TaskState.OPEN)
    return set(rows.values_list("step", flat=True)) if len(whole(case)) > 1 else set()


def _last(case: Case, facts: Facts, situation: Situation, now: datetime) -> Strand:
    """The latest message as if it were the only one."""
    alone = replace(facts, occurred_at=facts.last_at, last_at=None)
    found = replace(situation, deadlines=spans(alone, today_of(case, now)))
    return Strand(LAST, found, facts.last_at, case.affected)


def _moments(facts: Facts) -> set[datetime]:
    return {at for at in (facts.occurred_at, facts.last_at) if at is not None}
