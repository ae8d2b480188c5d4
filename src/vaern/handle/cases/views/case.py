"""The case's own page: one address, and what each reader may see of it."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from vaern.ground.people.access import asking, signed_in
from vaern.handle.cases import (
    access,
    evidence_shown,
    findings_shown,
    meanwhile,
    people_shown,
    police_shown,
    steps_shown,
    suggestions_shown,
    timeline,
    viewing,
    wording,
)
from vaern.handle.cases.access import CaseView
from vaern.handle.cases.doubt import asks_who, question
from vaern.handle.cases.forms import NoteForm
from vaern.handle.cases.hearing import names_of_hearers
from vaern.handle.cases.own_view import own_context
from vaern.handle.cases.situation import NOT_HARASSMENT
from vaern.handle.cases.timeline import summary
from vaern.handle.cases.whose import only_one

ACUTE = 3
NEXT = 3


@signed_in
@require_GET
def case(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """The case as the reader may see it; the look is recorded."""
    seen = access.view_for(asking(request), pk)
    if seen.case.pk != pk:
        return redirect("cases:case", seen.case.pk)
    viewing.viewed(case=seen.case, by=seen.person)
    if seen.is_handler:
        return render(request, "cases/case.html", handler_context(seen))
    return render(request, "cases/own_case.html", own_context(seen, timezone.now()))


def handler_context(seen: CaseView) -> dict[str, Any]:
    """Everything on the handlers' page."""
    case, tasks = seen.case, list(access.tasks_of(seen))
    reports = list(access.reports_of(seen))
    contacts = list(access.contacts_of(seen))
    suggestions = [one for one in map(suggestions_shown.shown, reports) if one]
    return {
        "seen": seen,
        "case": case,
        "acute": case.urgency >= ACUTE and seen.can_change,
        "doubt": question(case, seen.person) if seen.can_change else None,
        "asks_who": seen.can_change and asks_who(case),
        "summary": summary(case),
        "facts": findings_shown.facts(case.kinds, case.facts),
        "outcome": wording.law_label("outcomes", case.outcome),
        "mark": meanwhile.mark(case),
        "told": names_of_hearers(case, seen.person),
        "judged_not": bool(case.facts.get(NOT_HARASSMENT)),
        "suggestions": suggestions,
        "decided": suggestions_shown.decided(suggestions),
        "joined": access.joined_into(seen) if seen.can_change else [],
        "same_sender": access.same_sender(seen) if seen.can_change else [],
        "next": steps_shown.next_up(tasks, NEXT),
        "unowned": sum(steps_shown.lacks_owner(task) for task in tasks) if seen.can_change else 0,
        "clocks": steps_shown.clocks(tasks),
        "phases": steps_shown.by_phase(tasks),
        "reports": reports,
        "evidence": evidence_shown.listed(access.evidence_of(seen), access.looks_at(seen)),
        "contacts": evidence_shown.contacts(contacts, several=only_one(case) is None),
        "police": police_shown.shown(contacts, tasks),
        "notes": access.notes_of(seen),
        "note_form": NoteForm(),
        "members": people_shown.members(access.members_of(seen)),
        "kept_out": people_shown.kept_out(access.kept_out_of(seen)),
        "finding": findings_shown.shown(case),
        "timeline": timeline.rows(access.events_of(seen)),
    }
