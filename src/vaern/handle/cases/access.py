"""Who may see what of a case: by membership and nothing else. Hidden and missing look the same."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404

from vaern.ground.people.models import Person
from vaern.handle.cases.conflicts import clash
from vaern.handle.cases.letting_in import ALONE
from vaern.handle.cases.models import (
    Case,
    CaseState,
    Contact,
    Event,
    Exclusion,
    Member,
    Note,
    Part,
    Task,
    TaskState,
)
from vaern.handle.cases.whose import contacts_about, events_about, told_in
from vaern.handle.evidence.models import Item, Look
from vaern.handle.reports.models import Report

HANDLING = (Part.HANDLER, Part.SUPPORT)


@dataclass(frozen=True)
class CaseView:
    """A case as one person sees it.

    Handlers (and those who support) see all of it. The affected person sees her own words and
    what is done for her; who reported it sees that and their own report; neither sees the
    internal notes, the evidence of others or who was kept out.
    """

    case: Case
    person: Person
    member: Member

    @property
    def is_handler(self) -> bool:
        return self.member.part in HANDLING

    @property
    def is_affected(self) -> bool:
        return self.member.part == Part.AFFECTED

    @property
    def is_reporter(self) -> bool:
        return self.member.part == Part.REPORTER

    @property
    def is_alone(self) -> bool:
        """The affected person, who runs her own case since nobody else can."""
        return self.member.why == ALONE

    @property
    def can_change(self) -> bool:
        """Handlers change an open case; a closed one is only read."""
        return self.is_handler and self.case.state == CaseState.OPEN


def _cases(person: Person) -> QuerySet[Case]:
    """The cases the person is a member of and not kept out of."""
    let_in = Member.objects.filter(case=OuterRef("pk"), person=person)
    out = Exclusion.objects.filter(case=OuterRef("pk"), person=person)
    rows = Case.objects.filter(Exists(let_in), ~Exists(out), workplace=person.workplace)
    sealed_by = ("key__parent", "workplace__key", "unit__workplace__key")
    return rows.select_related(*sealed_by, "affected__workplace__key", "plan")


def view_for(person: Person, pk: UUID | str) -> CaseView:
    """The case as the person sees it; 404 when not let in. A joined case leads to the whole."""
    case = _cases(person).filter(pk=_uuid(pk)).first()
    while case is not None and case.joined_into_id is not None:
        case = _cases(person).filter(pk=case.joined_into_id).first()
    if case is None:
        raise Http404
    return CaseView(case, person, Member.objects.get(case=case, person=person))


def case_for(person: Person, pk: UUID | str) -> Case:
    """A case the person is let in to, in whatever part; 404 otherwise."""
    return view_for(person, pk).case


def handled_case(person: Person, pk: UUID | str) -> Case:
    """A case the person handles or supports; 404 otherwise."""
    view = view_for(person, pk)
    if not view.is_handler:
        raise Http404
    return view.case


def my_cases(person: Person) -> QuerySet[Case]:
    """Every case the person is let in to, open ones first, the most urgent and newest on top."""
    rows = _cases(person).filter(joined_into=None)
    return rows.order_by("-state", "-urgency", "-opened_at")


def my_tasks(person: Person) -> QuerySet[Task]:
    """Open tasks the person owns, or stands in for since they are late; nearest first."""
    mine = Q(owner=person) | Q(deputy=person, escalated__gte=2)
    rows = _tasks(person).filter(mine, state=TaskState.OPEN, case__state=CaseState.OPEN)
    return rows.order_by("due_at", "order")


def task_for(person: Person, pk: UUID | str) -> Task:
    """A task of a case the person handles or supports; 404 otherwise."""
    task = _tasks(person).filter(pk=_uuid(pk)).first()
    if task is None:
        raise Http404
    return task


def _tasks(person: Person) -> QuerySet[Task]:
    let_in = Member.objects.filter(case=OuterRef("case"), person=person, part__in=HANDLING)
    out = Exclusion.objects.filter(case=OuterRef("case"), person=person)
    rows = Task.objects.filter(Exists(let_in), ~Exists(out), workplace=person.workplace)
    sealed_by = ("case__key__parent", "case__workplace__key")
    people = ("owner__workplace__key", "deputy__workplace__key", "person__workplace__key")
    return rows.select_related(*sealed_by, *people)


def tasks_of(view: CaseView) -> QuerySet[Task]:
    """The case's tasks in the plan's order; the affected person sees what is done for her,
    who reported it what is done for those they told of, and nobody what is about another.
    They see also what was done before their case became part of this one."""
    rows = Task.objects.filter(case__in=_cases_of(view)).select_related(
        "case__key__parent", "owner__workplace__key", "done_by__workplace__key",
        "person__workplace__key",
    )  # fmt: skip
    if not view.is_handler:
        told_of = Q(person__in=reports_of(view).values("affected"))
        theirs = Q(person=None) | Q(person=view.person) | told_of
        rows = rows.filter(theirs, for_affected=True).exclude(left="joined")
    return rows.order_by("order", "part")


def whole(case: Case) -> list[UUID]:
    """Ids of the case and of those joined into it, at whatever depth."""
    found, last = [case.pk], [case.pk]
    while last:
        last = list(Case.objects.filter(joined_into__in=last).values_list("pk", flat=True))
        found += last
    return found


def _cases_of(view: CaseView) -> list[UUID]:
    """Ids of the case and, but for its handlers, of those joined into it that were theirs."""
    here = [view.case.pk]
    return here if view.is_handler else here + told_in(whole(view.case)[1:], view.person)


def joined_into(view: CaseView) -> list[Case]:
    """The cases that were joined into it, oldest first; only the handlers know."""
    if not view.is_handler:
        return []
    rows = Case.objects.filter(pk__in=whole(view.case)).exclude(pk=view.case.pk)
    sealed_by = ("key__parent", "workplace__key", "affected__workplace__key")
    return list(rows.select_related(*sealed_by).order_by("opened_at", "pk"))


def events_of(view: CaseView) -> QuerySet[Event]:
    """The timeline, newest first, with that of the cases joined into it; others than handlers
    read what is about themselves."""
    rows = Event.objects.select_related("case__key__parent", "actor__workplace__key")
    if view.is_handler:
        rows = rows.filter(case__in=whole(view.case))
    else:
        own = _cases_of(view)
        rows = rows.filter(case__in=own, for_affected=True)
        about = events_about(
            rows, own=own, case=view.case, person=view.person, reports=reports_of(view)
        )
        rows = rows.filter(pk__in=about)
    return rows.order_by("-at", "-id")


def notes_of(view: CaseView) -> QuerySet[Note]:
    """Internal notes, newest first; nobody but the handlers has any."""
    rows = Note.objects.select_related("case__key__parent", "author__workplace__key", "task")
    if not view.is_handler:
        return rows.none()
    return rows.filter(case__in=whole(view.case)).order_by("-at", "-id")


def contacts_of(view: CaseView) -> QuerySet[Contact]:
    """Contacts to police, EASY and platforms, newest first; the affected person sees those that
    are about herself, and who reported it none."""
    rows = Contact.objects.filter(case__in=whole(view.case)).select_related(
        "case__key__parent", "by__workplace__key", "person__workplace__key"
    )
    if view.is_affected:
        rows = rows.filter(contacts_about(view.case, view.person))
    elif not view.is_handler:
        rows = rows.none()
    return rows.order_by("-at", "-id")


def reports_of(view: CaseView) -> QuerySet[Report]:
    """The reports in the case, oldest first; others than handlers see only their own."""
    rows = Report.objects.filter(in_case__case=view.case)
    if not view.is_handler:
        rows = rows.filter(Q(author=view.person) | Q(affected=view.person))
    sealed_by = ("key__parent", "workplace__key", "author__workplace__key")
    return rows.select_related(*sealed_by, "affected__workplace__key").order_by("sent_at", "id")


def evidence_of(view: CaseView) -> QuerySet[Item]:
    """The evidence in the reports the person sees, oldest first."""
    keys = reports_of(view).values("key")
    return Item.objects.filter(key__in=keys).select_related("key__parent").order_by("sealed_at")


def looks_at(view: CaseView) -> QuerySet[Look]:
    """Who has looked at the evidence the person sees; nobody but the handlers knows."""
    rows = Look.objects.filter(item__in=evidence_of(view)).select_related("person__workplace__key")
    return rows if view.is_handler else rows.none()


def item_for(view: CaseView, pk: UUID | str) -> Item:
    """One piece of the case's evidence; 404 otherwise."""
    item = evidence_of(view).filter(pk=_uuid(pk)).first()
    if item is None:
        raise Http404
    return item


def members_of(view: CaseView) -> QuerySet[Member]:
    """Who is let in and why, in the order they came."""
    rows = Member.objects.filter(case=view.case).select_related("person__workplace__key")
    return rows.order_by("since", "id")


def kept_out_of(view: CaseView) -> QuerySet[Exclusion]:
    """Who is kept out; only the handlers know."""
    rows = Exclusion.objects.filter(case=view.case).select_related("person__workplace__key")
    return rows if view.is_handler else rows.none()


def same_sender(view: CaseView) -> list[Case]:
    """Other open cases from the same sender that the person handles too, newest first."""
    marks = Report.objects.filter(in_case__case=view.case).exclude(sender_mark="")
    rows = _cases(view.person).filter(
        members__person=view.person,
        members__part__in=HANDLING,
        casereports__report__sender_mark__in=marks.values("sender_mark"),
        state=CaseState.OPEN,
    )
    found = rows.exclude(pk=view.case.pk).distinct().order_by("-opened_at")
    return [one for one in found if not clash(view.case, one)] if view.is_handler else []


def _uuid(pk: UUID | str) -> UUID:
    try:
        return UUID(str(pk))
    except ValueError as error:
        raise Http404 from error
