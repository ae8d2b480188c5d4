"""Closing a case."""

from django.utils.timezone import localdate

from vaern.ground.law.entries import in_force
from vaern.ground.people.models import Person
from vaern.handle.cases import rules
from vaern.handle.cases.changing import changing
from vaern.handle.cases.meanwhile import hold
from vaern.handle.cases.models import Case, CaseState
from vaern.handle.cases.planning import set_aside_all
from vaern.handle.reports.actions import conclude, tell_reporter
from vaern.handle.reports.models import Report


class CannotClose(Exception):
    """Something is missing; ``problems`` are the codes of `rules.closing_problems`."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        self.problems = problems
        super().__init__(", ".join(problems))


def close(
    *, case: Case, outcome: str, word: str, reason: str, by: Person, seen: str | None = None
) -> bool:
    """Close the case with an outcome of the law's list and a word to who reported it.

    Required steps are done, or ``reason`` says why not. False when it was closed already.
    Raises :class:`CannotClose`, and :class:`Overtaken` when the page with the mark ``seen`` was
    an old one.
    """
    with changing(case, by=by, closed=True) as change:
        here = change.case
        if here.state == CaseState.CLOSED:
            return False
        hold(change, seen)
        _check(here, outcome, word, reason)
        set_aside_all(change, "closed")
        here.state, here.closed_at, here.outcome = CaseState.CLOSED, change.at, outcome
        here.closing_word, here.closing_reason = word.strip(), reason.strip()
        here.save()
        change.happened("case.closed", outcome=outcome)
        reports = Report.objects.filter(in_case__case=here)
        for report in reports.select_related("key__parent", "workplace__key", "author", "affected"):
            tell_reporter(report=report, by=by, text=word.strip())
            conclude(report=report, outcome=outcome, by=by)
    return True


def _check(case: Case, outcome: str, word: str, reason: str) -> None:
    problems = rules.closing_problems(
        standing(case),
        outcome=outcome,
        outcomes=[entry.code for entry in in_force("outcomes", localdate())],
        word=word,
        reason=reason,
    )
    if problems:
        raise CannotClose(problems)


def standing(case: Case) -> list[rules.Standing]:
    """The case's steps as the rules for closing look at them."""
    rows = case.tasks.values_list("step", "state", "required")
    return [rules.Standing(*row) for row in rows]
