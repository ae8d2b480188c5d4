"""Opening a closed case again: somebody asks for it, or more is told."""

from datetime import timedelta

from vaern.ground.people.models import Person
from vaern.handle.cases import rules
from vaern.handle.cases.changing import Change, changing, said
from vaern.handle.cases.hearing import hearers, reports_in
from vaern.handle.cases.letting_in import admit, entry_of
from vaern.handle.cases.models import Case, CaseState, Event, Note, Task, TaskState
from vaern.handle.cases.planning import LOOK_AGAIN
from vaern.handle.cases.staffing import staff_of
from vaern.handle.cases.telling import tell_about, tell_of_steps, tell_who_is_missing
from vaern.handle.reports.actions import go_on

WITHIN = timedelta(hours=24)
"""How soon somebody looks at a case that was opened again. Ours, not the law's."""

WORDS = {
    "title": {"da": "Se på sagen igen", "en": "Look at the case again"},
    "told": {"da": "Vi ser på sagen igen", "en": "We look at the case again"},
    "instruction": {
        "da": "Læs, hvad der er nyt, og tal med den, det går ud over. Tag de skridt op igen, der er brug for.",
        "en": "Read what is new, and talk with the person it happened to. Take up the steps that are needed.",
    },
    "proof": {"da": "Skriv, hvad I gør nu.", "en": "Write what you do now."},
    "source": [],
    "contact": "",
}
"""The step that makes sure that somebody does, in the form of a step of the plan."""
DANGER_WORDS = {
    **WORDS,
    "title": {
        "da": "Ny fare: sørg for, at ingen er i fare",
        "en": "New danger: see that nobody is in danger",
    },
    "told": {"da": "Vi sørger for, at du er i sikkerhed", "en": "We see to it that you are safe"},
    "instruction": {
        "da": "Læs, hvad der er nyt. Ring 112, hvis der er fare nu. Tal med den, det går ud over, og tag de skridt op igen, der er brug for.",
        "en": "Read what is new. Call 112 if there is danger now. Talk with the person it happened to, and take up the steps that are needed.",
    },
}
"""The same where the new is dangerous."""


def reopen(*, case: Case, reason: str, by: Person) -> bool:
    """Open a closed case again; the reason stands in it as an internal note.

    The affected person and the reporter hear that there is news. False when it is open.
    """
    words = said("reason", reason)
    with changing(case, by=by, closed=True) as change:
        if change.case.state == CaseState.OPEN or change.case.joined_into_id is not None:
            return False
        _note(change, by, words)
        open_again(change, "reason")
        for person in hearers(change.case, by):
            once = f"case.{case.pk}.reopened.{change.at.isoformat()}"
            tell_about(change.case, person, "word_for_you", once, by)
    return True


def open_again(change: Change, why: str) -> None:
    """The case goes on, and its owner gets a step to look at it; ``why`` is a code.

    What was said at the end stays among the words and the notes.
    """
    case = change.case
    if case.closing_reason:
        closed = Event.objects.filter(case=case, code="case.closed").order_by("-at", "-id").first()
        _note(change, closed.actor if closed else None, case.closing_reason)
    case.state, case.closed_at, case.outcome = CaseState.OPEN, None, ""
    case.closing_word = case.closing_reason = ""
    case.save()
    for report in reports_in(case):
        go_on(report=report, by=change.by)
    change.happened("case.reopened", why=why)
    look_again(change)


def _note(change: Change, author: Person | None, text: str) -> None:
    case = change.case
    note = Note(workplace=case.workplace, case=case, author=author, at=change.at, text=text)
    note.save(force_insert=True)


def look_again(change: Change, within: timedelta = WITHIN, *, danger: bool = False) -> None:
    """A step for whoever leads the case; one that waits is enough, if it is as soon."""
    case, due = change.case, change.at + within
    words, phase = (DANGER_WORDS, "acute") if danger else (WORDS, "same_day")
    before = case.tasks.filter(step__startswith=LOOK_AGAIN)
    waiting = before.filter(state=TaskState.OPEN).first()
    if waiting is not None:
        if waiting.due_at > due:
            waiting.case, waiting.text, waiting.phase = case, words, phase
            waiting.due_at, waiting.escalated = due, 0
            waiting.save()
        return
    staff = staff_of(case, change.at)
    held = staff.first(rules.stand_ins(staff.regime, "manager"))
    task = Task(
        workplace=case.workplace, case=case, step=f"{LOOK_AGAIN}_{before.count() + 1}",
        phase=phase, due_at=due, required=True, text=words,
        owner=held.owner if held else None, deputy=held.deputy if held else None,
        role=held.role.code if held else "hr",
    )  # fmt: skip
    task.save(force_insert=True)
    change.record("task.made", task, step=task.step)
    if held is not None:
        entry = entry_of(case, held.owner, held.role.code, "task")
        admit(change, entry.person, entry.part, entry.why, entry.role)
        tell_of_steps(change, held.owner)
    tell_who_is_missing(change, staff)
