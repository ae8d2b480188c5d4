"""The inbox of the app."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from vaern.ground.notify import access, actions
from vaern.ground.notify.kinds import KINDS
from vaern.ground.people.access import STAFF_READERS, asking, require_reach, signed_in
from vaern.ground.people.reach import about_people


@signed_in
@require_GET
def inbox(request: HttpRequest) -> HttpResponse:
    """The person's notices, newest first, 30 a page."""
    person = asking(request)
    page = Paginator(access.inbox(person), 30).get_page(request.GET.get("side"))
    rows = [{"notice": notice, "kind": KINDS[notice.kind]} for notice in page]
    return render(request, "notify/inbox.html", {"rows": rows, "page": page})


@signed_in
@require_GET
def follow(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Open what a notice is about, and note that it was read."""
    person = asking(request)
    notice = access.notice_for(person, pk)
    actions.read(notice=notice, by=person)
    return redirect(notice.path)


@signed_in
@require_GET
def undelivered(request: HttpRequest) -> HttpResponse:
    """E-mails we could not deliver, so that somebody can call instead."""
    person = asking(request)
    reach = require_reach(person, *STAFF_READERS)
    lost = access.undelivered(person).filter(about_people(reach))
    page = Paginator(lost, 30).get_page(request.GET.get("side"))
    return render(request, "notify/undelivered.html", {"page": page})


@signed_in
@require_POST
def again(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Try a failed e-mail again."""
    person = asking(request)
    reach = require_reach(person, *STAFF_READERS)
    notice = access.undelivered(person).filter(about_people(reach), pk=pk).first()
    if notice is not None:
        actions.try_again(notice=notice, by=person)
    return redirect("notify:undelivered")
