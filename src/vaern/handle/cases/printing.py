"""A case on paper: for the file with everything, or for somebody outside without what is internal."""

from collections.abc import Iterable
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
from vaern.handle.cases.choosing import among
from vaern.handle.cases.evidence_shown import ItemShown
from vaern.handle.cases.models import Case, Event, Member, Part, TaskState
from vaern.handle.cases.viewing import report_read
from vaern.handle.cases.whose import only_one, people_hit
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
    person: "forms.ModelChoiceField[Person]" = forms.ModelChoiceField(
        label=_("Er den til en, det gik ud over: hvem?"),
        queryset=Person.objects.none(),
        required=False,
        empty_label=_("Vælg"),
        help_text=_(
            "Det gik ud over flere. Udskriften har kun det, der handler om den, du vælger."
        ),
    )
    content = forms.BooleanField(
        label=_("Tag også indholdet med: det, der blev skrevet og sendt"),
        required=False,
        help_text=_("Det kan være ubehageligt at læse. Det bliver noteret, at du har set det."),
    )

    def __init__(self, *args: Any, people: Iterable[Person] = (), **kwargs: Any) -> None:
        """``people``: those it hit; a paper for outside is about one of them."""
        super().__init__(*args, **kwargs)
        among(self, "person", people)

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        asked = "person" in self.fields and given.get("whom") == OUTSIDE
        if asked and not given.get("person") and "person" not in self.errors:
            self.add_error("person", _("Vælg, hvem udskriften er til."))
        return given


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


def paper(
    seen: CaseView, *, whom: str, content: bool, person: Person | None = None
) -> dict[str, Any]:
    """Everything on the paper; looks at the content are recorded.

    ``person``: whom of several it is for; what is about the others is left out.
    """
    case, all_of_it = seen.case, whom == FILE
    reader = seen if all_of_it else _affected(case, person)
    tasks = [one for one in access.tasks_of(reader or seen) if all_of_it or one.for_affected]
    contacts = access.contacts_of(reader or seen)
    reports = list(access.reports_of(reader)) if reader else []
    context: dict[str, Any] = {
        "finding": findings_shown.shown(case),
        "facts": findings_shown.facts(case.kinds, case.facts),
        "summary": timeline.summary(case, None if all_of_it or reader is None else [reader.person]),
        "outcome": wording.law_label("outcomes", case.outcome),
        "phases": steps_shown.by_phase(
            t for t in tasks if all_of_it or t.state != TaskState.NOT_RELEVANT
        ),
        "contacts": evidence_shown.contacts(contacts, several=all_of_it and only_one(case) is None),
        "helpers": people_shown.members(access.members_of(seen)),
        "reports": [_report(seen, reader, one, content) for one in reports] if reader else [],
        "evidence": _evidence(seen, reader, reports, content) if reader else [],
        "timeline": timeline.rows(_events(reader or seen, all_of_it)),
    }
    if all_of_it:
        shown = [suggestions_shown.shown(one) for one in reports]
        context |= {
            "notes": access.notes_of(seen),
            "kept_out": people_shown.kept_out(access.kept_out_of(seen)),
        }
        context |= {"suggestions": [one for one in shown if one]}
    return context


def _affected(case: Case, person: Person | None) -> CaseView | None:
    """The case as the person it happened to sees it; the only one, or the one that was chosen.

    Also where she handles it herself: then too it is her paper, not the file.
    """
    whose = person or next(iter(people_hit(case)), None)
    if whose is None:
        return None
    return CaseView(case, whose, Member(case=case, person=whose, part=Part.AFFECTED))


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
