"""Joining cases from the same sender."""

from collections.abc import Iterator
from contextlib import contextmanager

from vaern.ground.lib.moments import moment_in
from vaern.ground.people.calendar import zone_of
from vaern.ground.people.models import Person
from vaern.handle.cases.actions.people import close_reports, free_of_steps, shut_out
from vaern.handle.cases.actions.replanning import plan_again
from vaern.handle.cases.changing import Change, OwnCase, changing
from vaern.handle.cases.conflicts import DEPUTY, clash
from vaern.handle.cases.letting_in import ALONE, admit, hit, kept_out
from vaern.handle.cases.models import Case, CaseReport, CaseState, Exclusion, Member, Part
from vaern.handle.cases.planning import set_aside_all
from vaern.handle.cases.situation import NOT_HARASSMENT
from vaern.handle.plans.rules import level
from vaern.handle.reports.suspects import MAYBE_FROM


def join(*, case: Case, into: Case, by: Person) -> bool:
    """Make ``case`` part of ``into``: its reports, people and those kept out come along.

    Its own tasks end and it is closed; its timeline, notes and contacts are read from there.
    False when it is the same case. Raises CaseClosed when either is closed.
    """
    if case.pk == into.pk:
        return False
    with _both(case, into, by) as (old, whole):
        _check_own(old.case, whole.case)
        _bring_people(old.case, whole)
        CaseReport.objects.filter(case=old.case).update(case=whole.case)
        _close_all(whole)
        set_aside_all(old, "joined")
        old.case.state, old.case.closed_at = CaseState.CLOSED, old.at
        old.case.joined_into = whole.case
        old.case.save()
        old.happened("case.joined", into=str(into.pk))
        whole.happened("case.took_in", other=str(case.pk))
        _add_up(old.case, whole.case)
        plan_again(whole)
    return True


@contextmanager
def _both(case: Case, into: Case, by: Person) -> Iterator[tuple[Change, Change]]:
    """Both cases locked, always in the same order: two joins at once cannot wait for each other."""
    first, second = sorted((case, into), key=lambda one: one.pk)
    with changing(first, by=by) as one, changing(second, by=by) as other:
        yield (one, other) if first.pk == case.pk else (other, one)


def _check_own(old: Case, whole: Case) -> None:
    """Who is hit by one and kept out of the other would lose her own case: they stay two.

    A stand-in is kept out only for another's sake, and not of what hit herself.
    """
    if person := clash(old, whole):
        raise OwnCase(str(person))
    for case, other in ((old, whole), (whole, old)):
        Exclusion.objects.filter(case=case, person__in=hit(other), why=DEPUTY).delete()


def _bring_people(old: Case, whole: Change) -> None:
    """Who is kept out of one is kept out of the whole; the rest are let in as they were."""
    for out in Exclusion.objects.filter(case=old).select_related("person__workplace__key"):
        shut_out(whole, out.person, out.why)
    barred = kept_out(whole.case)
    for member in Member.objects.filter(case=old).select_related("person__workplace__key"):
        if member.person_id not in barred:
            part = Part.AFFECTED if member.why == ALONE else member.part
            admit(whole, member.person, part, "joined", member.role)
            free_of_steps(whole, member.person)


def _close_all(whole: Change) -> None:
    """The reports of both are closed for everybody who is kept out of the whole."""
    for out in Exclusion.objects.filter(case=whole.case).select_related("person__workplace__key"):
        close_reports(whole, out.person)


def _add_up(old: Case, whole: Case) -> None:
    """The whole is as grave and as urgent as its gravest part, and it is no single episode."""
    whole.kinds = list(dict.fromkeys([*whole.kinds, *old.kinds]))
    whole.urgency = max(whole.urgency, old.urgency)
    whole.severity = max(whole.severity, old.severity, key=level)
    single = whole.facts.get("pattern") in (None, "single")
    whole.facts = {
        **whole.facts,
        **({"pattern": "repeated"} if single else {}),
        **_said(old, whole),
        **{name: old.facts[name] for name in (MAYBE_FROM,) if name in old.facts},
        **_last(old, whole),
    }


def _said(old: Case, whole: Case) -> dict[str, bool]:
    """A sender in danger in one is in danger; the whole is no harassment only if neither is."""
    care = [bool(case.facts.get("self_harm")) for case in (old, whole)]
    turned_away = [bool(case.facts.get(NOT_HARASSMENT)) for case in (old, whole)]
    return {"self_harm": any(care), NOT_HARASSMENT: all(turned_away)}


def _last(old: Case, whole: Case) -> dict[str, str]:
    """When the latest episode was, where it came after the one that opened the whole.

    What hit another person makes no series of what hit this one.
    """
    if old.affected_id != whole.affected_id:
        return {}
    zone = zone_of(whole.workplace)
    told = [case.facts.get(name) for case in (old, whole) for name in ("occurred_at", "last_at")]
    moments = [at for text in told if (at := moment_in(zone, text))]
    first = moment_in(zone, whole.facts.get("occurred_at"))
    last = max(moments, default=None)
    if first is None or last is None or last <= first:
        return {}
    return {"last_at": last.isoformat()}
