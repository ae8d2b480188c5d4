"""Error pages that say what to do, whatever is broken. Hidden and missing look the same."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

LAST_WORDS = (
    '<!doctype html><html lang="da"><head><meta charset="utf-8"><title>Værn</title></head><body>'
    "<h1>Noget gik galt hos os</h1><p>Prøv igen om lidt. Er der fare lige nu? Ring 112.</p>"
    '<h1 lang="en">Something went wrong</h1><p lang="en">Try again in a while. In danger now? '
    "Call 112.</p></body></html>"
)


def bad_request(request: HttpRequest, exception: Any = None) -> HttpResponse:
    return _page("400.html", 400, request)


def forbidden(request: HttpRequest, exception: Any = None) -> HttpResponse:
    return _page("403.html", 403, request)


def not_found(request: HttpRequest, exception: Any = None) -> HttpResponse:
    return _page("404.html", 404, request)


def server_error(request: HttpRequest) -> HttpResponse:
    # Without the request: its context asks the database, which may be what is broken.
    return _page("500.html", 500, None)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The page was open for too long. What a person wrote on it is given back to copy."""
    return _page("403_csrf.html", 403, request, {"written": written(request)})


def written(request: HttpRequest) -> list[str]:
    """The sentences in a form of ours; nothing of what another site sends, and no secrets."""
    ours = f"{request.scheme}://{request.get_host()}"
    if request.headers.get("Origin") != ours:
        return []
    fields = [(name, str(value).strip()) for name, value in request.POST.items()]
    return [value for name, value in fields if " " in value and "password" not in name]


def _page(
    name: str,
    status: int,
    request: HttpRequest | None,
    more: Mapping[str, object] | None = None,
) -> HttpResponse:
    """The page as well as it can be drawn: in our frame, bare, or in plain words.

    The frame needs the styles and, with a request, the database: what is broken may be these.
    """
    shown = dict(more or {})
    drawings: list[Callable[[], str]] = [
        lambda: render_to_string(name, shown, request=request),
        lambda: render_to_string(name, {**shown, "frame": "error_bare.html"}),
    ]
    for draw in drawings:
        with suppress(Exception):
            return HttpResponse(draw(), status=status)
    return HttpResponse(LAST_WORDS, status=status)
