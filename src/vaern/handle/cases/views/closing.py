"""Closing the case: what is missing, how it ended, and a last word."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vaern.handle.cases import access, actions, steps_shown
from vaern.handle.cases.access import CaseView
from vaern.handle.cases.deciding import CloseForm
from vaern.handle.cases.models import TaskState
from vaern.handle.cases.steps_shown import StepShown
from vaern.handle.cases.views.gate import changed

PROBLEMS = {"required_open": "reason", "outcome": "outcome", "word": "word"}
"""The field of the form where each problem of `rules.closing_problems` is told."""


@require_http_methods(["GET", "POST"])
@changed
def close(request: HttpRequest, seen: CaseView) -> HttpResponseBase:
    """The list of what is missing, and the form; a required step left open needs a reason."""
    missing, left = _open(seen)
    form = CloseForm(request.POST or None, on=timezone.localdate(), unfinished=bool(missing))
    if form.is_valid() and _close(request, seen, form):
        messages.success(
            request,
            _("Sagen er afsluttet. De, det handler om, har fået besked og kan læse dit ord."),
        )
        return redirect("cases:case", seen.case.pk)
    context = {"case": seen.case, "form": form, "missing": missing, "left": left}
    return render(request, "cases/close.html", context)


def _open(seen: CaseView) -> tuple[list[StepShown], list[StepShown]]:
    """The open steps: those that must be done, and the rest."""
    waiting = access.tasks_of(seen).filter(state=TaskState.OPEN)
    steps = [steps_shown.shown(task) for task in waiting]
    must = [step for step in steps if step.task.required]
    return must, [step for step in steps if not step.task.required]


def _close(request: HttpRequest, seen: CaseView, form: CloseForm) -> bool:
    given = {"reason": "", **form.cleaned_data}
    try:
        actions.close(case=seen.case, by=seen.person, **given)
    except actions.CannotClose as refusal:
        # A step was reopened while the form was filled in: the page is drawn again with it.
        for problem in refusal.problems:
            name = PROBLEMS[problem]
            form.add_error(name if name in form.fields else None, _("Det her mangler endnu."))
        return False
    return True
