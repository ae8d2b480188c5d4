"""How allauth behaves here: nobody signs up; the workplace adds its people."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ImproperlyConfigured, PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django_scopes import scopes_disabled

from vaern.ground.people import known_browser, limits
from vaern.ground.people.models import Person


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts come from the staff list, never from a sign-up form."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _(
            "E-mailadressen og adgangskoden passer ikke sammen. Prøv igen, eller få et link."
        ),
        "too_many_login_attempts": _(
            "Der har været for mange forkerte forsøg. Vent fem minutter, "
            "eller få et link på e-mail. Det virker med det samme."
        ),
        "too_many_for_account": _(
            "Der er prøvet mange forkerte adgangskoder til den adresse. "
            "Få et link på e-mail. Det virker med det samme."
        ),
        "enter_current_password": _("Det er ikke din nuværende adgangskode."),
        "invalid_password_reset": _("Linket virker ikke længere."),
        "account_inactive": _("Din adgang er lukket."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def populate_username(self, request: HttpRequest, user: Any) -> None:
        """There are no user names: the e-mail address is the sign-in."""

    def get_client_ip(self, request: HttpRequest) -> str:
        """Where a request comes from, by the proxy's word; where that is no address, the proxy itself.

        allauth refuses the request then, and a header somebody invents would shut them out.
        """
        try:
            return str(super().get_client_ip(request))
        except (PermissionDenied, ImproperlyConfigured):
            return str(request.META.get("REMOTE_ADDR", ""))

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Our own limit instead of allauth's: see :mod:`vaern.ground.people.limits`."""
        email, origin = str(credentials.get("email", "")), self.get_client_ip(request)
        browser = known_browser.known(request, email)
        try:
            self.tried = limits.attempt(
                limits.PASSWORD, account=email, origin=origin, browser=browser
            )
        except limits.TooManyForAccount as error:
            raise self.validation_error("too_many_for_account") from error
        except limits.TooMany as error:
            raise self.validation_error("too_many_login_attempts") from error

    def authenticate(self, request: HttpRequest, **credentials: Any) -> AbstractBaseUser | None:
        user: AbstractBaseUser | None = super().authenticate(request, **credentials)
        if user is not None:
            limits.take_back(self.tried)
        return user

    def pre_login(
        self, request: HttpRequest, user: AbstractBaseUser, **more: Any
    ) -> HttpResponse | None:
        """A sign-in without an active person behind it leads nowhere; say so at the door."""
        if not has_person(user):
            refused: HttpResponse = self.respond_user_inactive(request, user)
            return refused
        request.first_sign_in = user.last_login is None  # type: ignore[attr-defined]
        answer: HttpResponse | None = super().pre_login(request, user, **more)
        return answer

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("people:me")


def has_person(user: AbstractBaseUser) -> bool:
    """Is there an active person who signs in as ``user``?"""
    with scopes_disabled():
        return Person.objects.filter(user_id=user.pk, active=True).exists()
