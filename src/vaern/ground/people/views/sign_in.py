"""Signing in by a one-time link, and the list of one's own sessions."""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.utils import get_next_redirect_url, perform_login
from allauth.usersessions.views import ListUserSessionsView
from django import forms
from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.urls import reverse_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods
from django.views.generic.edit import FormView
from sesame.utils import get_user

from vaern.ground.people import letters, places
from vaern.ground.people.forms.sign_in import STAY, LetterForm
from vaern.ground.people.letters import SCOPE
from vaern.ground.people.models import User

NEXT = "people_link_next"


class UseForm(forms.Form):
    """One tick beside the button."""

    remember = forms.BooleanField(label=STAY, required=False)


@never_cache
@require_http_methods(["GET", "POST"])
def link_ask(request: HttpRequest) -> HttpResponse:
    """Ask for a link. Where to go afterwards waits in this browser, never in the e-mail."""
    if request.user.is_authenticated:
        return redirect("home")
    form = LetterForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        request.session[NEXT] = get_next_redirect_url(request) or ""
        return redirect("people:link_sent")
    return render(
        request, "people/link_ask.html", {"form": form, "next": get_next_redirect_url(request)}
    )


@require_GET
def link_sent(request: HttpRequest) -> HttpResponse:
    """The same words, whether the address is known or not."""
    return render(request, "people/link_sent.html")


@never_cache
@require_http_methods(["GET", "POST"])
def link_use(request: HttpRequest, token: str) -> HttpResponse:
    """Opening the link shows a button: mail scanners open links too, only a press uses it up."""
    user: User | None = get_user(token, scope=SCOPE, update_last_login=False)
    if user is None:
        return _dead(request)
    if request.method == "POST":
        return _use(request, user)
    return render(request, "people/link_use.html", {"form": UseForm()})


def _dead(request: HttpRequest) -> HttpResponse:
    if request.user.is_authenticated:  # pressed twice: the first press let them in
        return redirect("home")
    return render(request, "people/link_dead.html", status=410)


def _use(request: HttpRequest, user: User) -> HttpResponse:
    """One of two presses at the same moment gets in; should that fail, the link still works."""
    with transaction.atomic():
        if letters.use_up(user):
            return _enter(request, user, remember="remember" in request.POST)
    return _dead(request)


def _enter(request: HttpRequest, user: User, *, remember: bool) -> HttpResponse:
    goal = request.session.pop(NEXT, "") or resolve_url(settings.LOGIN_REDIRECT_URL)
    answer: HttpResponse = perform_login(
        request, user, redirect_url=goal, signal_kwargs={"how": "link"}
    )
    request.session.set_expiry(settings.SESSION_COOKIE_AGE if remember else 0)
    return answer


class Sessions(ListUserSessionsView):  # type: ignore[misc]
    """Where one is signed in; a press signs all other places out."""

    success_url = reverse_lazy("usersessions_list")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = FormView.get_context_data(self, **kwargs)
        return context | places.shown(self.request, self.request.user)

    def form_valid(self, form: forms.Form) -> HttpResponse:
        places.end_all(self.request.user, but_here=places.here(self.request))
        words = "usersessions/messages/sessions_logged_out.txt"
        get_adapter().add_message(self.request, messages.INFO, words)
        return FormView.form_valid(self, form)
