"""A case on paper: for the file with everything, or for somebody outside without what is internal."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vaern.ground.lib.explained import Explained
from vaern.ground.people.models import Person
from vaern.handle.cases import (
    access,
    evidence_shown,
    findings_shown,
    people_shown,
    steps_shown,
    suggestions_shown,
    timeline,
    wording,
)
from vaern.handle.cases.access import CaseView
from vaern.handle.cases.changing import changing
from vaern.handle.cases.evidence_shown import ItemShown
from vaern.handle.cases.models import Case, Event, Member, Part, TaskState
from vaern.handle.cases.viewing import report_read
from vaern.handle.evidence import actions as evidence
from vaern.handle.evidence.models import Item
from vaern.handle.evidence.shown import Shown
from vaern.handle.reports.access import additions, additions_for, items_for
from vaern.handle.reports.models import Addition, Report

OUTSIDE, FILE = "outside", "file"


class PrintForm(forms.Form):
    """For whom it is printed, and whether the content comes along."""

    whom = forms.ChoiceField(
        label=_("Hvem er udskriften til?"),
        widget=forms.RadioSelect,
        choices=[
            (
                OUTSIDE,
                Explained(
                    _("Den, det gik ud over, eller fagforeningen"),
                    _("Uden interne notater, grunde og navne på dem, der holdes ude."),
                ),
            ),
            (FILE, Explained(_("Sagsmappen"), _("Med alt, også de interne notater."))),
        ],
    )
    content = forms.BooleanField(
        label=_("Tag også indholdet med: det, der blev skrevet og sendt"),
        required=False,
        help_text=_("Det kan være ubehageligt at læse. Det bliver noteret, at du har set det."),
    )


@dataclass(frozen=True)
class ReportPrinted:
    """A report; ``additions`` only with the content."""

    report: Report
    additions: list[Addition]


@dataclass(frozen=True)
class ItemPrinted:
    """A piece of evidence; ``seen`` only with the content, ``problem`` where it cannot be shown."""

    one: ItemShown
    seen: Shown | None = None
    problem: str = ""


def printed(*, case: Case, by: Person, whom: str, content: bool) -> None:
    """``by`` prints the case: it stands on the timeline, for those who handle it."""
    with changing(case, by=by, closed=True) as change:
        change.happened("case.printed", for_affected=False, whom=whom, content=content)


def paper(seen: CaseView, *, whom: str, content: bool) -> dict[str, Any]:
    """Everything on the paper; looks at the content are recorded."""
    case, all_of_it = seen.case, whom == FILE
    reader = seen if all_of_it else _affected(case)
    tasks = [task for task in access.tasks_of(seen) if all_of_it or task.for_affected]
    reports = list(access.reports_of(reader)) if reader else []
    context: dict[str, Any] = {
        "finding": findings_shown.shown(case),
        "facts": findings_shown.facts(case.kinds, case.facts),
        "summary": timeline.summary(case),
        "outcome": wording.law_label("outcomes", case.outcome),
        "phases": steps_shown.by_phase(
            t for t in tasks if all_of_it or t.state != TaskState.NOT_RELEVANT
        ),
        "contacts": [evidence_shown.contact(one) for one in access.contacts_of(seen)],
        "helpers": people_shown.members(access.members_of(seen)),
        "reports": [_report(seen, reader, one, content) for one in reports] if reader else [],
        "evidence": _evidence(seen, reader, reports, content) if reader else [],
        "timeline": timeline.rows(_events(seen, all_of_it)),
    }
    if all_of_it:
        shown = [suggestions_shown.shown(one) for one in reports]
        context |= {
            "notes": access.notes_of(seen),
            "kept_out": people_shown.kept_out(access.kept_out_of(seen)),
        }
        context |= {"suggestions": [one for one in shown if one]}
    return context


def _affected(case: Case) -> CaseView | None:
    """The case as the person it happened to sees it."""
    members = Member.objects.filter(case=case, part=Part.AFFECTED)
    member = members.select_related("person__workplace__key").order_by("since").first()
    return CaseView(case, member.person, member) if member else None


def _events(seen: CaseView, all_of_it: bool) -> list[Event]:
    rows = access.events_of(seen)
    return list(rows if all_of_it else rows.filter(for_affected=True))


def _report(seen: CaseView, reader: CaseView, report: Report, content: bool) -> ReportPrinted:
    if not content:
        return ReportPrinted(report, [])
    report_read(case=seen.case, report=report, by=seen.person)
    told = additions(report) if reader is seen else additions_for(reader.person, report)
    return ReportPrinted(report, told)


def _evidence(
    seen: CaseView, reader: CaseView, reports: list[Report], content: bool
) -> list[ItemPrinted]:
    """The evidence by number, name and SHA-256; what it says only when that is asked for."""
    numbered = evidence_shown.listed(access.evidence_of(seen))
    if reader is not seen:
        theirs = {item.pk for one in reports for item in items_for(reader.person, one)}
        numbered = [one for one in numbered if one.item.pk in theirs]
    return [_item(one, one.item, seen.person) if content else ItemPrinted(one) for one in numbered]


def _item(one: ItemShown, item: Item, by: Person) -> ItemPrinted:
    try:
        return ItemPrinted(one, seen=evidence.look(item=item, by=by))
    except evidence.Tampered as why:
        return ItemPrinted(one, problem=str(why))
