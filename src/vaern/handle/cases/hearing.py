"""Who hears a word from those who handle the case: the affected person and whoever reported it."""

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from vaern.ground.people.models import Person
from vaern.handle.cases import wording
from vaern.handle.cases.changing import Change
from vaern.handle.cases.models import Case
from vaern.handle.reports.actions import tell_reporter
from vaern.handle.reports.models import Report, ShutOut


class NobodyHears(Exception):
    """Nobody reported it in their own name, and it is not known whom it hit: nobody would read it."""


def reports_in(case: Case) -> QuerySet[Report]:
    """The case's reports with all that is needed to answer them."""
    rows = Report.objects.filter(in_case__case=case)
    return rows.select_related(
        "key__parent", "workplace__key", "author__workplace__key", "affected__workplace__key"
    )


def hearers(case: Case, by: Person | None = None) -> list[Person]:
    """Who reads a word about the case, the affected person first; never the one who writes it."""
    shut = ShutOut.objects.filter(report__in_case__case=case).values_list("report", "person")
    closed, found = set(shut), {}
    for report in reports_in(case):
        for person in (report.affected, report.author):
            if person is not None and person != by and (report.pk, person.pk) not in closed:
                found[person.pk] = person
    return sorted(found.values(), key=lambda one: (one.pk != case.affected_id, one.name))


def names_of_hearers(case: Case, by: Person) -> str:
    """The same as words: "Rikke Lund og Jonas Bæk"; nothing when nobody hears."""
    return wording.listed([one.name for one in hearers(case, by)], _("og"))


def tell_all(change: Change, text: str) -> None:
    """Put the word to every report of the case; those who may read it are told."""
    for report in reports_in(change.case):
        tell_reporter(report=report, by=change.by, text=text)
    change.happened("word.given")
