"""A piece of evidence on a page of its own, or for saving, for one who has asked to see it."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from vaern.ground.people.models import Person
from vaern.handle.evidence.actions import Tampered, look
from vaern.handle.evidence.models import Item
from vaern.handle.evidence.neutral import neutral
from vaern.handle.evidence.views import download, picture_url


def seen(
    request: HttpRequest,
    item: Item,
    person: Person,
    *,
    nav: str,
    back_url: str,
    inside: Sequence[Item] = (),
) -> HttpResponse:
    """The item shown, or its original where ``original`` was posted; the look is recorded.

    ``inside`` are the pieces in it that can be asked for from here. Ask who may see it first.
    """
    shown: dict[str, Any] = {"item": neutral(item), "back_url": back_url, "nav": nav}
    try:
        if "original" in request.POST:
            return download(item, person)
        shown["seen"] = look(item=item, by=person)
    except Tampered as why:
        return render(request, "reports/see.html", {**shown, "problem": str(why)})
    if shown["seen"].kind == "image":
        shown["picture_url"] = picture_url(item, person)
    shown["inside"] = [neutral(part) for part in inside]
    shown["part"] = request.POST.get("item", "")
    return render(request, "reports/see.html", shown)


def one_of(items: Iterable[Item], asked: str | None) -> Item | None:
    """The item somebody asked for by its id; None when nothing was asked for, 404 when hidden."""
    if not asked:
        return None
    found = next((item for item in items if str(item.pk) == asked), None)
    if found is None:
        raise Http404
    return found
