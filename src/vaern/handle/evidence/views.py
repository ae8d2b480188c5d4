"""Serving what a person has been let in to see: a safe picture, or the original for saving."""

from uuid import UUID

from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET

from vaern.ground.people.access import asking, signed_in
from vaern.ground.people.models import Person
from vaern.handle.evidence.actions import Shown, Tampered, original
from vaern.handle.evidence.models import Item
from vaern.handle.evidence.shelf import limits
from vaern.handle.evidence.showing import derive

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
    item = _item(token, asking(request))
    try:
        derivative = derive(item.label, original(item), limits())
    except Tampered as why:
        raise Http404 from why
    if derivative.kind != "image":
        raise Http404
    return _private(HttpResponse(derivative.content, content_type=derivative.mime))


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
    return response
