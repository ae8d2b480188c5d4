"""Received post: mail files dropped in, what they look like, and what a person decides."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from vaern.ground.people.access import asking, has_role, require_role, signed_in
from vaern.ground.people.models import Person, RoleCode
from vaern.handle.inbox.actions import Received, receive
from vaern.handle.reports import access, actions, intake
from vaern.handle.reports.attaching import File
from vaern.handle.reports.forms import MailForm, uploaded
from vaern.handle.reports.handed_in import handed_in
from vaern.handle.reports.views.going import SeeOther, posted
from vaern.handle.reports.views.seeing import one_of, seen

UPLOADERS = (RoleCode.HR, RoleCode.COMMUNICATIONS)


@signed_in
@require_GET
def post(request: HttpRequest) -> HttpResponse:
    """Upload, and for HR the list of what came in."""
    person = require_role(asking(request), *UPLOADERS)
    shown = {"form": MailForm(), "may_list": has_role(person, RoleCode.HR)}
    if not shown["may_list"]:
        shown["handed_in"] = list(handed_in(person))
    else:
        page = Paginator(intake.waiting(person), 30).get_page(request.GET.get("side"))
        rows = [intake.row(report) for report in page if not intake.named(person, report)]
        shown |= {"page": page, "rows": rows, "to_look_at": intake.to_look_at(person)}
    return render(request, "reports/intake.html", shown)


def _post_page(person: Person) -> str:
    require_role(person, *UPLOADERS)
    return reverse("inbox:list")


def _post_page_of(person: Person, pk: UUID) -> str:
    require_role(person, RoleCode.HR)
    intake.open_message(person, pk)
    return reverse("inbox:list")


@posted(_post_page)
def upload(request: HttpRequest) -> HttpResponse:
    """Take in mail files, with a word about each. The same file again is told as such."""
    person = require_role(asking(request), *UPLOADERS)
    files = uploaded(request.FILES)
    if not files:
        messages.warning(request, _("Vælg en eller flere filer først."))
    for file in files:
        _tell(request, file, _received(person, file))
    return SeeOther(reverse("inbox:list"))


def _received(person: Person, file: File) -> Received:
    if file.data is None:
        return Received("rejected", error="too_large")
    return receive(workplace=person.workplace, name=file.name, data=file.data, by=person)


def _tell(request: HttpRequest, file: File, got: Received) -> None:
    if got.status == "received":
        words = _("%(name)s: Modtaget. Vi ser på den nu.")
        messages.success(request, words % {"name": file.name})
    elif got.status == "duplicate":
        words = _("%(name)s: Vi har den i forvejen. Den er ikke gemt igen.")
        messages.info(request, words % {"name": file.name})
    else:
        messages.warning(request, f"{file.name}: {got.words}")


@posted(_post_page_of)
def open_case(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Open a case for what was left alone."""
    person = require_role(asking(request), RoleCode.HR)
    report = intake.open_message(person, pk)
    if actions.take_up(report=report, by=person):
        messages.success(request, _("Der bliver oprettet en sag. Du får besked om lidt."))
    return SeeOther(reverse("inbox:list"))


@posted(_post_page_of)
def leave(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A person says that it is just post."""
    person = require_role(asking(request), RoleCode.HR)
    report = intake.open_message(person, pk)
    if actions.leave_alone(report=report, by=person):
        messages.success(request, _("Beskeden er gemt uden sag. Du kan altid åbne en senere."))
    return SeeOther(reverse("inbox:list"))


@posted(_post_page_of)
def see(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The message itself, after asking for it; the look is recorded."""
    person = require_role(asking(request), RoleCode.HR)
    report = intake.open_message(person, pk)
    assert report.message is not None  # noqa: S101 - it is a message, or there is no report
    parts = access.items(report)
    item = one_of(parts, request.POST.get("item")) or report.message.item
    inside = [part for part in parts if part.parent_id == item.pk]
    back = reverse("inbox:list")
    return seen(request, item, person, nav="inbox:list", back_url=back, inside=inside)
