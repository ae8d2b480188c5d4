"""Who may see a report: the one who wrote it and the one it is about. Handlers see the case."""

from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import Http404

from vaern.ground.people.models import Person
from vaern.handle.evidence.models import Item
from vaern.handle.reports.models import Report, Status, Via

SEALED_BY = ("key__parent", "workplace__key", "author__workplace__key", "affected__workplace__key")


def own_report(person: Person, pk: UUID | str) -> Report:
    """A sent report the person wrote or is affected by; 404 otherwise."""
    return _one(mine(person).filter(pk=pk))


def own_draft(person: Person, pk: UUID | str) -> Report:
    """The person's own report, sent or not; 404 otherwise. The affected see no draft."""
    return _one(reports().filter(author=person, pk=pk))


def mine(person: Person) -> QuerySet[Report]:
    """Sent reports by or about the person, newest first.

    A received message shows only once it is in a case: most post is just post.
    """
    own = Q(author=person) | Q(affected=person)
    post = Q(via=Via.MESSAGE) & ~Q(status=Status.IN_CASE)
    found = reports().filter(own).exclude(status=Status.DRAFT).exclude(post)
    return found.order_by("-sent_at")


def drafts(person: Person) -> QuerySet[Report]:
    """What the person has begun and not sent, newest first."""
    return reports().filter(author=person, status=Status.DRAFT).order_by("-touched_at")


def item_of(report: Report, pk: UUID | str) -> Item:
    """A piece of the report's evidence; 404 otherwise."""
    found = items(report).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def items(report: Report) -> QuerySet[Item]:
    """All evidence of the report, oldest first, parts of a mail included."""
    found = Item.objects.filter(workplace=report.workplace_id, key=report.key_id)
    return found.select_related("key__parent", "workplace__key").order_by("sealed_at", "pk")


def reports() -> QuerySet[Report]:
    """All of the workplace's reports with their keys: ask who may see them."""
    return Report.objects.select_related(*SEALED_BY)


def _one(found: QuerySet[Report]) -> Report:
    report = found.first()
    if report is None:
        raise Http404
    return report
