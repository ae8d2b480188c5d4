"""Serving what a person has been let in to see: a safe picture, or the original for saving."""

from uuid import UUID

from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET

from vaern.ground.people.access import asking, signed_in
from vaern.ground.people.models import Person
from vaern.handle.evidence import actions
from vaern.handle.evidence.actions import Shown, Tampered
from vaern.handle.evidence.models import Item

SALT = "vaern.evidence.picture"
SECONDS = 600
"""How long an opened picture can be fetched by the page that shows it."""


def picture_url(item: Item, person: Person) -> str:
    """An address that shows the picture to this person for ten minutes.

    Make it only after ``look``: the look is what is recorded, this is the page fetching it.
    """
    token = signing.dumps([str(item.pk), str(person.pk)], salt=SALT)
    return reverse("evidence:picture", args=[token])


@signed_in
@require_GET
def picture(request: HttpRequest, token: str) -> HttpResponse:
    """The re-encoded picture, for the person who has just asked to see it."""
    return as_picture(_item(token, asking(request)))


def as_picture(item: Item) -> HttpResponse:
    """The re-encoded picture of an item somebody has asked to see; 404 for all else."""
    try:
        drawn = actions.picture(item) if item.label == "image" else None
    except Tampered as why:
        raise Http404 from why
    if drawn is None or drawn.kind != "image":
        raise Http404
    return _private(HttpResponse(drawn.content, content_type=drawn.mime))


def download(item: Item, person: Person) -> HttpResponse:
    """The original for saving, and the look recorded. Raises Tampered. Ask who may have it first."""
    return as_download(actions.look(item=item, by=person, original=True))


def as_download(shown: Shown) -> HttpResponse:
    """The original of ``look(…, original=True)``, for saving: never opened by the browser."""
    response = HttpResponse(shown.original or b"", content_type="application/octet-stream")
    header = content_disposition_header(True, shown.item.name)
    response["Content-Disposition"] = header or "attachment"
    return _private(response)


def _item(token: str, person: Person) -> Item:
    try:
        item_id, person_id = signing.loads(token, salt=SALT, max_age=SECONDS)
    except signing.BadSignature as error:
        raise Http404 from error
    rows = Item.objects.select_related("key__parent", "workplace__key")
    found = rows.filter(pk=UUID(item_id)).first() if person_id == str(person.pk) else None
    if found is None:
        raise Http404
    return found


def _private(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
