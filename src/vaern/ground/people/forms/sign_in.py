"""allauth's forms in our words; settings name them in ``ACCOUNT_FORMS``."""

from typing import Any

from allauth.account import forms as allauth
from allauth.account.adapter import get_adapter
from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from vaern.ground.people import known_browser, letters, limits

NEW_PASSWORD = _("Mindst 12 tegn. En sætning, kun du kender, er god og nem at huske.")
STAY = _("Bliv logget ind på denne enhed i 14 dage")


def email_field() -> forms.EmailField:
    """The address somebody signs in with."""
    box = forms.EmailInput(attrs={"autocomplete": "username", "inputmode": "email"})
    return forms.EmailField(label=_("E-mailadresse"), widget=box)


def _reword(form: forms.Form, **labels: Any) -> None:
    for name, label in labels.items():
        field = form.fields[name]
        field.label, field.help_text = label, ""
        field.widget.attrs.pop("placeholder", None)


class SignInForm(allauth.LoginForm):  # type: ignore[misc]
    """E-mail address and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _reword(self, password=_("Adgangskode"), remember=STAY)
        self.fields["login"] = email_field()
        self.order_fields(["login", "password", "remember"])


class _NewPassword:
    """Two boxes for a new password, with one plain sentence about what is good."""

    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _reword(self, password1=_("Ny adgangskode"), password2=_("Ny adgangskode igen"))  # type: ignore[arg-type]
        self.fields["password1"].help_text = NEW_PASSWORD


class SetPasswordForm(_NewPassword, allauth.SetPasswordForm):  # type: ignore[misc]
    """The first password of somebody who signed in by link."""


class ResetKeyForm(_NewPassword, allauth.ResetPasswordKeyForm):  # type: ignore[misc]
    """A new password by a link."""


class ChangePasswordForm(_NewPassword, allauth.ChangePasswordForm):  # type: ignore[misc]
    """A new password by knowing the old one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _reword(self, oldpassword=_("Nuværende adgangskode"))

    def clean_oldpassword(self) -> str:
        """An open session must not become a place to guess the password."""
        origin = get_adapter().get_client_ip(get_adapter().request)
        try:
            tried = limits.attempt(limits.OLD_PASSWORD, account=self.user.email, origin=origin)
        except limits.TooMany as error:
            raise get_adapter().validation_error("too_many_login_attempts") from error
        old: str = super().clean_oldpassword()
        limits.take_back(tried)
        return old


class LetterForm(forms.Form):
    """An address to send a letter to; the answer never tells whether we know it."""

    email = email_field()

    def ask(self, email: str, origin: str, browser: str) -> None:
        """Have the letter sent."""
        letters.ask_for_link(email=email, origin=origin, browser=browser)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if email := cleaned.get("email"):
            adapter = get_adapter()
            browser = known_browser.known(adapter.request, email)
            try:
                self.ask(email, adapter.get_client_ip(adapter.request), browser)
            except limits.TooMany as error:
                raise forms.ValidationError(
                    _("Der er bedt om mange links til den adresse. Prøv igen om en halv time.")
                ) from error
        return cleaned


class ResetForm(LetterForm):
    """allauth's first step to a new password, through our own letter."""

    def ask(self, email: str, origin: str, browser: str) -> None:
        letters.ask_for_reset(email=email, origin=origin, browser=browser)

    def save(self, request: HttpRequest, **_: Any) -> str:
        """allauth calls this; the letter is on its way already."""
        email: str = self.cleaned_data["email"]
        return email
