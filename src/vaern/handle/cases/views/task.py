"""One step of the plan: what it asks for, and saying that it is done, not needed or another's."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vaern.ground.people.access import asking, signed_in
from vaern.handle.cases import access, actions, findings_shown, steps_shown
from vaern.handle.cases.changing import CaseClosed, KeptOut
from vaern.handle.cases.forms import CommentForm, NotRelevantForm, ReassignForm, ResultForm
from vaern.handle.cases.hearing import names_of_hearers
from vaern.handle.cases.letting_in import barred
from vaern.handle.cases.models import CaseState, Task, TaskState
from vaern.handle.cases.views.gate import refused

Forms = dict[str, Any]


@signed_in
@require_http_methods(["GET", "POST"])
def task(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """The step's own page; each of its forms says what it does in ``do``."""
    person = asking(request)
    found = access.task_for(person, pk)
    seen = access.view_for(person, found.case_id)
    do = request.POST.get("do", "")
    forms = _forms(request, found, do)
    if request.method == "POST" and do in DO and forms[do].is_valid():
        try:
            DO[do](request, found, forms[do])
        except (CaseClosed, KeptOut) as refusal:
            return refused(request, seen, refusal)
        return redirect(_after(request, found))
    context = {
        "task": found,
        "case": found.case,
        "step": steps_shown.shown(found),
        "forms": forms,
        "open": found.state == TaskState.OPEN and found.case.state == CaseState.OPEN,
        "comments": access.notes_of(seen).filter(task=found),
        "can_take_up": found.state == TaskState.NOT_RELEVANT and seen.can_change,
        "can_comment": found.case.state == CaseState.OPEN,
        "asked": do,
        "one": findings_shown.sourced("", found.text.get("source") or []),
        "told": names_of_hearers(found.case, person),
    }
    return render(request, "cases/task.html", context)


def _forms(request: HttpRequest, task: Task, do: str) -> Forms:
    """Every form of the page; the one that was sent carries what was written."""

    def given(name: str) -> Any:
        return request.POST if name == do else None

    members = set(task.case.members.values_list("person_id", flat=True))
    return {
        "done": ResultForm(given("done"), prefix="done"),
        "not_relevant": NotRelevantForm(given("not_relevant"), prefix="out"),
        "reassign": ReassignForm(
            given("reassign"),
            prefix="owner",
            workplace=task.case.workplace,
            without=barred(task.case) | ({task.owner_id} if task.owner_id else set()),
            first=members,
        ),
        "comment": CommentForm(given("comment"), prefix="comment"),
        "again": Form(given("again")),
    }


def _done(request: HttpRequest, task: Task, form: Any) -> None:
    words = form.cleaned_data["result"]
    if actions.complete(task=task, result=words, by=asking(request)):
        messages.success(request, _("Gjort. ") + _next_words(task))
    else:
        _settled(request, task, words)


def _not_relevant(request: HttpRequest, task: Task, form: Any) -> None:
    words = form.cleaned_data["reason"]
    if actions.set_not_relevant(task=task, reason=words, by=asking(request)):
        messages.success(request, _("Noteret som ikke relevant. ") + _next_words(task))
    else:
        _settled(request, task, words)


def _settled(request: HttpRequest, task: Task, words: str) -> None:
    """Somebody was there first: the words are kept as a comment, unless they are the same."""
    there = access.task_for(asking(request), task.pk)
    if there.result == words.strip() and there.done_by == asking(request):
        messages.info(request, _("Det er gemt i forvejen."))
        return
    actions.add_note(case=task.case, by=asking(request), text=words, task=task)
    messages.warning(
        request,
        _("Skridtet var afgjort, da du sendte det. Det, du skrev, er gemt som en kommentar."),
    )


def _reassign(request: HttpRequest, task: Task, form: Any) -> None:
    owner = form.cleaned_data["person"]
    if not actions.assign(task=task, owner=owner, by=asking(request)):
        messages.info(request, _("Opgaven er givet videre eller afgjort imens. Intet er ændret."))
        return
    said = _("%(who)s har nu opgaven og har fået besked.") % {"who": owner.name}
    messages.success(request, said)


def _again(request: HttpRequest, task: Task, form: Any) -> None:
    if actions.take_up(task=task, by=asking(request)):
        messages.success(request, _("Skridtet er taget op igen."))
    else:
        messages.info(request, _("Skridtet er åbent eller gjort. Intet er ændret."))


def _comment(request: HttpRequest, task: Task, form: Any) -> None:
    text = form.cleaned_data["text"]
    actions.add_note(case=task.case, by=asking(request), text=text, task=task)
    messages.success(request, _("Kommentaren er gemt. Kun I, der behandler sagen, ser den."))


DO: dict[str, Callable[[HttpRequest, Task, Any], None]] = {
    "done": _done,
    "not_relevant": _not_relevant,
    "reassign": _reassign,
    "comment": _comment,
    "again": _again,
}


def _next_words(task: Task) -> str:
    """What comes next in the case, said to the one who has just finished something."""
    waiting = Task.objects.filter(case=task.case, state=TaskState.OPEN)
    following = waiting.select_related("case__key__parent").order_by("due_at", "order").first()
    if following is None:
        return _("Der er ikke flere skridt i sagen.")
    following.case = task.case
    return _("Det næste er: %(title)s.") % {"title": steps_shown.shown(following).title}


def _after(request: HttpRequest, task: Task) -> str:
    """Back to the list one came from, to a step that goes on, else to the case."""
    if request.POST.get("do") in ("comment", "again"):
        return reverse("cases:task", args=[task.pk])
    if request.POST.get("back") == "tasks":
        return reverse("cases:tasks")
    return reverse("cases:case", args=[task.case_id])
