"""Error pages that say what to do. Hidden and missing look the same."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string


def bad_request(request: HttpRequest, exception: Any = None) -> HttpResponse:
    return render(request, "400.html", status=400)


def forbidden(request: HttpRequest, exception: Any = None) -> HttpResponse:
    return render(request, "403.html", status=403)


def not_found(request: HttpRequest, exception: Any = None) -> HttpResponse:
    return render(request, "404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    # Without the request: its context asks the database, which may be what is broken.
    return HttpResponse(render_to_string("500.html"), status=500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The page was open for too long. What a person wrote on it is given back to copy."""
    return render(request, "403_csrf.html", {"written": written(request)}, status=403)


def written(request: HttpRequest) -> list[str]:
    """The sentences in a form of ours; nothing of what another site sends, and no secrets."""
    ours = f"{request.scheme}://{request.get_host()}"
    if request.headers.get("Origin") != ours:
        return []
    fields = [(name, str(value).strip()) for name, value in request.POST.items()]
    return [value for name, value in fields if " " in value and "password" not in name]
