"""Closing the case: what is missing, how it ended, and a last word; and opening it again."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vaern.handle.cases import (
    access,
    actions,
    meanwhile,
    steps_shown,
    suggestions_shown,
    timeline,
)
from vaern.handle.cases.access import CaseView
from vaern.handle.cases.changing import CaseClosed
from vaern.handle.cases.deciding import CloseForm, ReopenForm
from vaern.handle.cases.doubt import doubted_person
from vaern.handle.cases.hearing import names_of_hearers
from vaern.handle.cases.models import TaskState
from vaern.handle.cases.situation import NOT_HARASSMENT
from vaern.handle.cases.steps_shown import StepShown
from vaern.handle.cases.views.gate import handled, refused

PROBLEMS = {"required_open": "reason", "outcome": "outcome", "word": "word"}
"""The field of the form where each problem of `rules.closing_problems` is told."""


@require_http_methods(["GET", "POST"])
@handled
def close(request: HttpRequest, seen: CaseView) -> HttpResponseBase:
    """The list of what is missing, and the form; a required step left open needs a reason."""
    if not seen.can_change:
        return _closed(request, seen)
    case, (missing, left) = seen.case, _open(seen)
    told = names_of_hearers(case, seen.person)
    form = CloseForm(
        request.POST or None,
        on=timezone.localdate(),
        unfinished=bool(missing),
        told=told,
        initial={"outcome": "not_harassment" if case.facts.get(NOT_HARASSMENT) else ""},
    )
    context = {"case": case, "form": form, "missing": missing, "left": left}
    context |= {"unsettled": _unsettled(seen), "mark": meanwhile.mark(case)}
    if form.is_valid():
        try:
            actions.close(
                case=case, by=seen.person, seen=request.POST.get("seen", ""), **_given(form)
            )
            messages.success(request, _ended(told))
            return redirect("cases:case", case.pk)
        except actions.CannotClose as refusal:
            _refused(form, refusal)
        except meanwhile.Overtaken:
            events = meanwhile.since(case, request.POST.get("seen", ""))
            context["overtaken"] = timeline.rows(events)
    return render(request, "cases/close.html", context)


def _closed(request: HttpRequest, seen: CaseView) -> HttpResponseBase:
    """A double click has closed it already; else what was written is given back."""
    if request.POST.get("word", "").strip() == seen.case.closing_word:
        return redirect("cases:case", seen.case.pk)
    return refused(request, seen, CaseClosed())


def _ended(told: str) -> str:
    if not told:
        return _("Sagen er afsluttet.")
    said = _("Sagen er afsluttet. %(names)s har fået besked og kan læse dit ord.")
    return said % {"names": told}


def _unsettled(seen: CaseView) -> list[str]:
    """What nobody has settled, beside the steps."""
    found = [suggestions_shown.shown(report) for report in access.reports_of(seen)]
    person = doubted_person(seen.case)
    questions = []
    if any(one and not one.newest for one in found):
        questions.append(_("Ingen har vurderet, om det er chikane."))
    if person is not None:
        said = _("Det er ikke afgjort, om %(name)s står bag.")
        questions.append(said % {"name": person.name})
    return questions


@require_http_methods(["GET", "POST"])
@handled
def reopen(request: HttpRequest, seen: CaseView) -> HttpResponseBase:
    """A closed case is opened again, with a reason."""
    form = ReopenForm(request.POST or None)
    if seen.can_change:
        messages.info(request, _("Sagen er åben."))
        return redirect("cases:case", seen.case.pk)
    if form.is_valid():
        actions.reopen(case=seen.case, by=seen.person, reason=form.cleaned_data["reason"])
        messages.success(request, _("Sagen er åbnet igen. Det første skridt står under Det næste."))
        return redirect("cases:case", seen.case.pk)
    told = names_of_hearers(seen.case, seen.person)
    return render(request, "cases/reopen.html", {"case": seen.case, "form": form, "told": told})


def _open(seen: CaseView) -> tuple[list[StepShown], list[StepShown]]:
    """The open steps: those that must be done, and the rest."""
    waiting = access.tasks_of(seen).filter(state=TaskState.OPEN)
    steps = [steps_shown.shown(task) for task in waiting]
    must = [step for step in steps if step.task.required]
    return must, [step for step in steps if not step.task.required]


def _given(form: CloseForm) -> dict[str, str]:
    return {"reason": "", **form.cleaned_data}


def _refused(form: CloseForm, refusal: actions.CannotClose) -> None:
    """A step was reopened while the form was filled in: the page is drawn again with it."""
    for problem in refusal.problems:
        name = PROBLEMS[problem]
        form.add_error(name if name in form.fields else None, _("Det her mangler endnu."))
