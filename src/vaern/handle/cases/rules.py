"""What is right in a case: who is let in, how late is late, and when it may be closed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

INTERNAL = "kraenkende_handlinger"
"""The regime of an episode whose sender is a colleague or manager."""

SOON = timedelta(hours=24)
"""How long before its end a deadline of the law is announced."""

GRACE: Mapping[str, tuple[timedelta, timedelta]] = {
    "acute": (timedelta(minutes=15), timedelta(hours=1)),
    "same_day": (timedelta(hours=2), timedelta(hours=8)),
}
"""How late a step of a phase may be before (the deputy, the manager above) hears of it."""

USUAL_GRACE = (timedelta(hours=8), timedelta(hours=24))

PATIENCE = timedelta(minutes=10)
"""How long a report may stand still before it is looked after."""
LONGEST_PATIENCE = timedelta(hours=5)

PARTS = ("affected", "handler", "support", "reporter")
"""Why somebody is let in; who has two reasons is let in by the first."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What closing looks at in a task."""

    step: str
    state: str
    required: bool


def roles_let_in(regime: str, owning: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """(role, part) the plan lets in; communications only where a step is theirs.

    When the sender is from the workplace the manager is not let in by role: who it was may
    not be known yet, and it may be the manager.
    """
    always = [("hr", "handler"), ("amr", "support")]
    if regime != INTERNAL:
        always.insert(0, ("manager", "handler"))
    if "communications" in set(owning):
        always.append(("communications", "handler"))
    return tuple(always)


def roles_asked(regime: str) -> tuple[str, ...]:
    """The roles whose holders nearly every case of a regime needs."""
    return tuple(role for role, _ in roles_let_in(regime, ()))


def stand_ins(regime: str, role: str = "", *, sender_known: bool = False) -> tuple[str, ...]:
    """Who is asked, in this order, when nobody owns a step (of ``role``); HR where it is internal.

    A manager who is not the sender comes after HR there, once it is known who the sender is.
    """
    if regime == INTERNAL:
        return ("hr", "manager") if sender_known else ("hr",)
    return tuple(code for code in (role, "hr", "manager") if code)


def asked(roles: Iterable[str], *, discreet: bool) -> tuple[str, ...]:
    """The roles asked to do a step; HR instead of a manager while one of us may be behind it."""
    return tuple(dict.fromkeys("hr" if discreet and r == "manager" else r for r in roles))


def strongest(parts: Iterable[str]) -> str:
    """The part that counts of several; the affected person never handles her own case."""
    return min(parts, key=PARTS.index)


def clock_state(due: datetime, now: datetime) -> str:
    """``far``, ``soon`` (24 hours or less) or ``overdue``; at the minute itself it still holds."""
    if now > due:
        return "overdue"
    return "soon" if due - now <= SOON else "far"


def escalation(phase: str, due: datetime, since: datetime, now: datetime) -> int:
    """Who should have heard of a late step: 0 nobody, 1 owner, 2 deputy, 3 the manager above.

    A deadline that had passed before the step came into the case is late from then on: nobody
    could have met it.
    """
    late = now - max(due, since)
    if late <= timedelta():
        return 0
    deputy, manager = GRACE.get(phase, USUAL_GRACE)
    return 1 + (late >= deputy) + (late >= manager)


def closing_problems(
    tasks: Sequence[Standing], *, outcome: str, outcomes: Sequence[str], word: str, reason: str
) -> tuple[str, ...]:
    """Codes of what is missing before the case can be closed; none means it can.

    ``required_open``: required steps are not done and no reason is stated. ``outcome``: none,
    or one the law's list does not have. ``word``: nothing said to the reporter.
    """
    problems = []
    if open_required(tasks) and not reason.strip():
        problems.append("required_open")
    if outcome not in outcomes:
        problems.append("outcome")
    if not word.strip():
        problems.append("word")
    return tuple(problems)


def open_required(tasks: Iterable[Standing]) -> tuple[str, ...]:
    """Codes of the required steps that nobody has done or set aside with a reason."""
    return tuple(t.step for t in tasks if t.required and t.state == "open")


@dataclass(frozen=True, slots=True)
class Replan:
    """What changes when the plan is laid over a case again, as marks of tasks."""

    new: tuple[str, ...]
    again: tuple[str, ...]
    gone: tuple[str, ...]


def replan(wanted: Sequence[str], there: Mapping[str, tuple[str, str]]) -> Replan:
    """``there``: mark → (state, why Værn left it). Done steps and a person's own word stand.

    ``again`` are steps the plan had left and now wants; ``gone`` open ones it no longer wants.
    """
    return Replan(
        new=tuple(code for code in wanted if code not in there),
        again=tuple(c for c in wanted if c in there and there[c] == ("not_relevant", "plan")),
        gone=tuple(c for c, (state, _) in there.items() if state == "open" and c not in wanted),
    )


def urgency_key(urgency: int, next_due: datetime | None, opened_at: datetime) -> tuple[float, ...]:
    """Sorts a list of cases: the most urgent first, then the nearest deadline, then the newest."""
    due = next_due.timestamp() if next_due else float("inf")
    return (-urgency, due, -opened_at.timestamp())


def due_again(since: datetime, again: Sequence[datetime], now: datetime) -> bool:
    """Is a report to be put in the queue once more? It waits twice as long after each time."""
    patience = min(PATIENCE * (1 << len(again)), LONGEST_PATIENCE)
    return now >= max([since, *again]) + patience


def is_stuck(since: datetime, times: int, now: datetime) -> bool:
    """Must somebody hear of it? When putting it back did not help, or it is an hour old."""
    return times >= 1 or now - since > timedelta(hours=1)
