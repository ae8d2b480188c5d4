"""Who may see a report: the one who wrote it and the one it is about. Handlers see the case."""

from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404

from vaern.ground.people.models import Person
from vaern.handle.evidence.models import Item
from vaern.handle.reports.models import Addition, Report, ShutOut, Status, Via

SEALED_BY = ("key__parent", "workplace__key", "author__workplace__key", "affected__workplace__key")


def own_report(person: Person, pk: UUID | str) -> Report:
    """A sent report the person wrote or is affected by; 404 otherwise."""
    return _one(mine(person).filter(pk=pk))


def own_draft(person: Person, pk: UUID | str) -> Report:
    """The person's own report, sent or not; 404 otherwise. The affected see no draft."""
    return _one(_open_to(person).filter(author=person, pk=pk))


def mine(person: Person) -> QuerySet[Report]:
    """Sent reports by or about the person, newest first.

    A received message shows only once it is in a case: most post is just post.
    """
    own = Q(author=person) | Q(affected=person)
    post = Q(via=Via.MESSAGE) & ~Q(status=Status.IN_CASE)
    found = _open_to(person).filter(own).exclude(status=Status.DRAFT).exclude(post)
    return found.order_by("-sent_at")


def drafts(person: Person) -> QuerySet[Report]:
    """What the person has begun and not sent, newest first."""
    return reports().filter(author=person, status=Status.DRAFT).order_by("-touched_at")


def item_for(person: Person, report: Report, pk: UUID | str) -> Item:
    """A piece of the evidence that is the person's own to see; 404 otherwise."""
    found = items_for(person, report).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def items_for(person: Person, report: Report) -> QuerySet[Item]:
    """The evidence that is the person's own to see, oldest first.

    What they handed in themselves, what was handed in with the report, and what came with the
    message. Never what handlers put in, nor what the other of the two added later.
    """
    own = Q(sealed_by=person)
    if report.author_id is not None and report.sent_at is not None:
        own |= Q(sealed_by=report.author_id, sealed_at__lte=report.sent_at)
    if report.message is not None:
        own |= Q(pk__in=_with_parts(report.message.item_id))
    return items(report).filter(own)


def _with_parts(item: UUID) -> list[UUID]:
    """The item and all that lay in it, at whatever depth."""
    found, last = [item], [item]
    while last:
        last = list(Item.objects.filter(parent__in=last).values_list("pk", flat=True))
        found += last
    return found


def known_to(person: Person | None, report: Report) -> QuerySet[Item]:
    """What the person knows to be there: for the reporter and the affected their own part."""
    own = person is not None and person.pk in (report.author_id, report.affected_id)
    return items_for(person, report) if person is not None and own else items(report)


def items(report: Report) -> QuerySet[Item]:
    """All evidence of the report, oldest first, parts of a mail included: ask who may see it."""
    found = Item.objects.filter(workplace=report.workplace_id, key=report.key_id)
    return found.select_related("key__parent", "workplace__key").order_by("sealed_at", "pk")


def additions_for(person: Person, report: Report) -> list[Addition]:
    """What the person told later, and the words back to them, oldest first."""
    return _with_report(report, Q(author=person) | Q(to_reporter=True))


def additions(report: Report) -> list[Addition]:
    """All that was added to the report and said back, oldest first: for those who handle it."""
    return _with_report(report, Q())


def _with_report(report: Report, which: Q) -> list[Addition]:
    rows = Addition.objects.filter(which, report=report).select_related("author__workplace__key")
    found = list(rows.order_by("at", "pk"))
    for one in found:
        one.report = report
    return found


def is_open_to(person: Person, report: Report) -> bool:
    """Is the report open to the person, or was it closed for them?"""
    return not ShutOut.objects.filter(report=report, person=person).exists()


def reports() -> QuerySet[Report]:
    """All of the workplace's reports with their keys: ask who may see them."""
    return Report.objects.select_related(*SEALED_BY)


def _open_to(person: Person) -> QuerySet[Report]:
    return reports().filter(~Exists(ShutOut.objects.filter(report=OuterRef("pk"), person=person)))


def _one(found: QuerySet[Report]) -> Report:
    report = found.first()
    if report is None:
        raise Http404
    return report
