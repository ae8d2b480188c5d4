"""My tasks and my cases."""

from dataclasses import dataclass, fields
from datetime import datetime

from django.core.paginator import Paginator
from django.db.models import Min, Q
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from vaern.ground.people.access import asking, signed_in
from vaern.ground.people.models import Person
from vaern.handle.cases import access, wording
from vaern.handle.cases.models import Case, CaseState, Member, Task, TaskState
from vaern.handle.cases.rules import SOON
from vaern.handle.cases.steps_shown import StepShown, shown

PER_PAGE = 30
ACUTE = "acute"


@dataclass(frozen=True)
class TaskRow(StepShown):
    """A step on a list of steps from many cases."""

    case_title: str = ""
    case_url: str = ""
    other_owner: str = ""


@signed_in
@require_GET
def tasks(request: HttpRequest) -> HttpResponseBase:
    """What the person has to do: acute first, then by deadline; then what they stand in for."""
    person = asking(request)
    page = Paginator(access.my_tasks(person), PER_PAGE).get_page(request.GET.get("side"))
    rows = [_task_row(task, person) for task in page]
    own = [row for row in rows if row.task.owner_id == person.pk]
    soon = timezone.now() + SOON
    rest = [row for row in own if row.task.phase != ACUTE]
    context = {
        "page": page,
        "acute": [row for row in own if row.task.phase == ACUTE],
        "now": [row for row in rest if row.task.due_at <= soon],
        "later": [row for row in rest if row.task.due_at > soon],
        "standing_in": [row for row in rows if row.task.owner_id != person.pk],
    }
    return render(request, "cases/tasks.html", context)


def _task_row(task: Task, person: Person) -> TaskRow:
    base = shown(task)
    known = {field.name: getattr(base, field.name) for field in fields(StepShown)}
    known["title"] = base.listed
    return TaskRow(
        **known,
        case_title=_("Sag %(number)s") % {"number": task.case.reference},
        case_url=reverse("cases:case", args=[task.case_id]),
        other_owner="" if task.owner_id == person.pk else base.owner,
    )


@dataclass(frozen=True)
class CaseRow:
    """A case on the list: what a passer-by may see of it."""

    case: Case
    words: str
    part: str
    next_due: datetime | None
    url: str

    @property
    def handles(self) -> bool:
        return self.part in access.HANDLING


@signed_in
@require_GET
def mine(request: HttpRequest) -> HttpResponseBase:
    """Every case the person is let in to, open or closed, 30 a page."""
    person = asking(request)
    closed = request.GET.get("vis") == "afsluttede"
    state = CaseState.CLOSED if closed else CaseState.OPEN
    cases = access.my_cases(person).filter(state=state)
    waiting = Q(tasks__state=TaskState.OPEN)
    cases = cases.annotate(next_due=Min("tasks__due_at", filter=waiting))
    page = Paginator(cases, PER_PAGE).get_page(request.GET.get("side"))
    parts = dict(
        Member.objects.filter(person=person, case__in=list(page)).values_list("case", "part")
    )
    rows = [_case_row(case, parts.get(case.pk, "")) for case in page]
    kept = "vis=afsluttede&" if closed else ""
    return render(
        request, "cases/mine.html", {"rows": rows, "page": page, "closed": closed, "kept": kept}
    )


def _case_row(case: Case, part: str) -> CaseRow:
    url = reverse("cases:case", args=[case.pk])
    words = wording.kinds_words(case.kinds) or _("Det er ikke afgjort, hvad det er")
    return CaseRow(case, words, part, getattr(case, "next_due", None), url)
