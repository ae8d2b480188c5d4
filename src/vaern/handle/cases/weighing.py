"""Which texts of a report its case has taken account of; what is new is weighed by itself."""

from collections.abc import Collection
from functools import reduce

from vaern.handle.cases.changing import Change
from vaern.handle.cases.models import Case
from vaern.handle.reports.models import Report
from vaern.handle.triage.access import texts_in, unjudged_texts
from vaern.handle.triage.episode import Picture, together
from vaern.handle.triage.models import Suggestion

WEIGHED = "weighed"
"""The fact that holds where these texts stand, in the case the report opened."""


def weighed(suggestion: Suggestion | None) -> list[str]:
    """All texts of the suggestion, as the fact holds them."""
    return list(texts_in(suggestion.assessment)) if suggestion else []


def weigh(
    change: Change, report: Report, suggestion: Suggestion, additions: Collection[str]
) -> Picture:
    """What the texts say that came since the last time and that nobody has judged; they are
    weighed with it. An older case keeps no list: only ``additions`` are new in it."""
    own = opened_by(change.case, report)
    there = weighed(suggestion)
    before = own.facts.get(WEIGHED, [where for where in there if where not in additions])
    if own.facts.get(WEIGHED) != there:
        own.facts = {**own.facts, WEIGHED: there}
        own.save(update_fields=["facts"])
    fresh = (seen for where, seen in unjudged_texts(suggestion).items() if where not in before)
    return reduce(together, fresh, Picture())


def opened_by(case: Case, report: Report) -> Case:
    """The case the report opened: this one, or one that was joined into it."""
    if case.key_id == report.key_id:
        return case
    rows = Case.objects.filter(key=report.key_id).select_related("key__parent")
    return rows.select_for_update(of=("self",)).get()
