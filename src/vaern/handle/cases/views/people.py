"""Who is let in to the case and who is kept out."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from vaern.handle.cases import access, actions, people_shown
from vaern.handle.cases.access import CaseView
from vaern.handle.cases.doubt import asks_who, doubted_person, question
from vaern.handle.cases.forms import KeepOutForm, LetInForm, LiftForm
from vaern.handle.cases.letting_in import hit, kept_out
from vaern.handle.cases.models import Part
from vaern.handle.cases.views.gate import changed


@require_http_methods(["GET", "POST"])
@changed
def people(request: HttpRequest, seen: CaseView) -> HttpResponseBase:
    """Both lists, and a form for each."""
    do = request.POST.get("do", "")
    if _done_before(request, seen, do):
        messages.info(request, _("Det er gemt i forvejen."))
        return redirect("cases:people", seen.case.pk)
    forms = _forms(request, seen, do)
    if do in forms and forms[do].is_valid():
        (_let_in if do == "in" else _keep_out)(request, seen, forms[do])
        return redirect(_page_left(seen), seen.case.pk)
    context = {
        "seen": seen,
        "case": seen.case,
        "forms": forms,
        "members": people_shown.members(access.members_of(seen)),
        "kept_out": people_shown.kept_out(access.kept_out_of(seen)),
        "may_lift": actions.may_lift(seen.person),
        "asked": do or request.GET.get("do", ""),
    }
    return render(request, "cases/people.html", context)


def _done_before(request: HttpRequest, seen: CaseView, do: str) -> bool:
    """A double click: the person is let in or kept out already."""
    lists: dict[str, Any] = {"in": access.members_of(seen), "out": access.kept_out_of(seen)}
    there = {str(row.person_id) for row in lists.get(do, ())}
    return request.POST.get(f"{do}-person") in there


def _page_left(seen: CaseView) -> str:
    """Back to the lists, or to the case for who has just given her own case to somebody else."""
    still = access.view_for(seen.person, seen.case.pk).is_handler
    return "cases:people" if still else "cases:case"


@require_http_methods(["GET", "POST"])
@changed
def lift(request: HttpRequest, seen: CaseView, person: UUID) -> HttpResponseBase:
    """HR says why somebody need not be kept out any more."""
    row = access.kept_out_of(seen).filter(person=person).first()
    if row is None or not actions.may_lift(seen.person):
        raise Http404
    form = LiftForm(request.POST or None)
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        actions.lift(case=seen.case, person=row.person, reason=reason, by=seen.person)
        said = _("%(who)s holdes ikke længere ude. Grunden står i forløbet.")
        messages.success(request, said % {"who": row.person.name})
        return redirect("cases:people", seen.case.pk)
    context = {"case": seen.case, "form": form, "who": row.person.name}
    return render(request, "cases/lift.html", context)


@require_POST
@changed
def sender(request: HttpRequest, seen: CaseView) -> HttpResponseBase:
    """Did one of us send it? Yes keeps them out, no lets in those who waited for the answer."""
    if doubted_person(seen.case) is not None and question(seen.case, seen.person) is None:
        raise Http404
    if request.POST.get("answer") == "unknown":
        return _nobody_knows(request, seen)
    sent_it = request.POST.get("answer") == "yes"
    if actions.settle_sender(case=seen.case, sent_it=sent_it, by=seen.person):
        kept = _("Noteret. Personen holdes ude af sagen, og planen er lagt igen.")
        free = _("Noteret. Planen er lagt igen, og de rette er lukket ind.")
        messages.success(request, kept if sent_it else free)
    else:
        messages.info(request, _("Det er afgjort i forvejen. Intet er ændret."))
    return redirect("cases:case", seen.case.pk)


def _nobody_knows(request: HttpRequest, seen: CaseView) -> HttpResponseBase:
    if actions.sender_unknown(case=seen.case, by=seen.person):
        said = _(
            "Noteret. Ingen leder er lukket ind. Finder I ud af, hvem det er, så hold ude her."
        )
        messages.success(request, said)
        return redirect("cases:people", seen.case.pk)
    messages.info(request, _("Det er afgjort i forvejen. Intet er ændret."))
    return redirect("cases:case", seen.case.pk)


def _forms(request: HttpRequest, seen: CaseView, do: str) -> dict[str, Any]:
    case, out = seen.case, kept_out(seen.case)
    inside = set(case.members.values_list("person_id", flat=True))
    given = {name: request.POST if name == do else None for name in ("in", "out")}
    own = {seen.person.pk} | hit(case)
    shared: dict[str, Any] = {"workplace": case.workplace}
    return {
        "in": LetInForm(
            given["in"],
            prefix="in",
            without=out | inside,
            nobody_hit=case.affected_id is None,
            **shared,
        ),
        "out": KeepOutForm(
            given["out"],
            prefix="out",
            without=out | own,
            first=inside,
            initial={"why": "named"} if asks_who(case) else {},
            **shared,
        ),
    }


def _let_in(request: HttpRequest, seen: CaseView, form: LetInForm) -> None:
    given = form.cleaned_data
    why = "affected" if given["part"] == Part.AFFECTED else given["why"]
    actions.let_in(
        case=seen.case, person=given["person"], part=given["part"], why=why, by=seen.person
    )
    said = _("%(who)s er lukket ind i sagen og har fået besked.")
    messages.success(request, said % {"who": given["person"].name})


def _keep_out(request: HttpRequest, seen: CaseView, form: KeepOutForm) -> None:
    given = form.cleaned_data
    actions.keep_out(case=seen.case, person=given["person"], why=given["why"], by=seen.person)
    said = _("%(who)s holdes ude af sagen. Opgaver, personen havde, er givet til en anden.")
    messages.success(request, said % {"who": given["person"].name})
