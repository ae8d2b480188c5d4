"""What the law says of an episode: the finding, the deadlines, inside or outside hours.

Pure: facts and dates come in, answers go out; the law data is read by `entries`.
"""

from datetime import date

from .answers import Finding, Reason, Words
from .because import because
from .codes import groups
from .criteria import Answer, all_of, conduct, digital, external, work
from .entries import in_force, latest
from .facts import Facts
from .penal import penal_notes
from .timing import deadlines
from .working_hours import working_time

__all__ = ["deadlines", "judge", "working_time"]


def judge(facts: Facts, on: date) -> Finding:
    """Hold an episode against the definition in force on its day (`on` if the day is not known).

    Never guesses: what the facts do not decide is None, and `missing` says what would.
    """
    day = facts.law_day(on)
    act, channel, job, sender = conduct(facts), digital(facts), work(facts), external(facts)
    defined = bool(in_force("definition", day))
    settled = act.value is False or job.value is False
    return Finding(
        is_digital_harassment=all_of([act.value, channel.value, job.value]) if defined else None,
        work_related=job.value,
        digital=channel.value,
        external=sender.value,
        outside_hours=_outside(facts),
        kinds=facts.kinds,
        groups=groups(facts.kinds),
        regime=_regime(sender.value) if defined and not settled else None,
        other_procedure=_other_procedure(sender.value),
        missing=_missing([act, channel, job, sender], settled=settled, defined=defined),
        reasons=_reasons(facts, [act, channel, job, sender], settled=settled, defined=defined),
        penal=() if act.value is False else penal_notes(facts, day, work_related=job.value),
        law_date=day,
    )


def _outside(facts: Facts) -> bool | None:
    return None if facts.working_time is None else facts.working_time == "outside"


def _regime(from_outside: bool | None) -> str | None:
    if from_outside is None:
        return None
    return "vold" if from_outside else "kraenkende_handlinger"


def _other_procedure(from_outside: bool | None) -> Words | None:
    """Where to go when the sender is a colleague or manager."""
    if from_outside is not False:
        return None
    entry = latest("regimes", "kraenkende_handlinger")
    return Words(entry.da_help, entry.en_help)


def _missing(answers: list[Answer], *, settled: bool, defined: bool) -> tuple[str, ...]:
    """Nothing is missing once it is settled that it is criticism or has nothing to do with work."""
    if not defined:
        return ("definition",)
    if settled:
        return ()
    return tuple(answer.missing for answer in answers if answer.missing)


def _reasons(
    facts: Facts, answers: list[Answer], *, settled: bool, defined: bool
) -> tuple[Reason, ...]:
    reasons = [answer.reason for answer in answers]
    internal = answers[-1].value is False
    if facts.working_time == "outside" and not settled and not internal:
        reasons.append(because("outside_hours"))
    if not defined:
        reasons.insert(0, because("before_definition"))
    return tuple(reasons)
