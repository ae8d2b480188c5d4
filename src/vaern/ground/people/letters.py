"""The e-mails that open a door: a one-time link, a new password, a welcome.

They name nobody and no workplace, and say nothing of what Værn is used for.
"""

from contextlib import suppress

from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from sesame.utils import get_token

from vaern.ground.lib.ids import new_id
from vaern.ground.people import limits
from vaern.ground.people.models import FormerAddress, Person, User
from vaern.ground.queue.actions import enqueue
from vaern.ground.queue.lines import MAIL

SCOPE = "sign-in"

LINK = _(
    "Hej\n\nDu kan logge ind med dette link. Det virker i 15 minutter og kun én gang.\n\n"
    "%(address)s\n\nHar du ikke bedt om det, skal du ikke gøre noget.\n\nVenlig hilsen\nVærn"
)
RESET = _(
    "Hej\n\nDu kan vælge en ny adgangskode her. Linket virker i en time og kun én gang.\n\n"
    "%(address)s\n\nHar du ikke bedt om det, skal du ikke gøre noget. "
    "Din adgangskode er den samme som før.\n\nVenlig hilsen\nVærn"
)
WELCOME = _(
    "Hej\n\nDin arbejdsplads har givet dig adgang til Værn.\n\n"
    "Gå ind på siden her, og skriv din e-mailadresse. Så sender vi dig et link, "
    "du kan logge ind med. Du behøver ikke en adgangskode.\n\n"
    "%(address)s\n\nVenlig hilsen\nVærn"
)
MOVED = _(
    "Hej\n\nE-mailadressen til din konto i Værn er blevet ændret. "
    "Du kan ikke længere logge ind med den adresse, vi skriver til nu.\n\n"
    "Ved du, at den skulle ændres, skal du ikke gøre noget.\n\n"
    "Ellers skal du ringe til HR på din arbejdsplads med det samme.\n\nVenlig hilsen\nVærn"
)
NEW_PLACE = _(
    "Hej\n\nDer er lige logget ind på din konto i Værn fra en browser, vi ikke har set før.\n\n"
    "Var det dig, skal du ikke gøre noget.\n\n"
    "Var det ikke dig, så log ind her. Vælg en ny adgangskode, og log ud alle andre steder.\n\n"
    "%(address)s\n\nVenlig hilsen\nVærn"
)


def ask_for_link(*, email: str, origin: str, browser: str = "") -> None:
    """Have a sign-in link sent to the account, if there is one. Raises :class:`limits.TooMany`."""
    receiver = _receiver(email, origin, browser)
    enqueue("vaern.ground.people.jobs.send_link", receiver, line=MAIL)


def ask_for_reset(*, email: str, origin: str, browser: str = "") -> None:
    """Have a link to a new password sent, if there is an account. Raises as above."""
    receiver = _receiver(email, origin, browser)
    enqueue("vaern.ground.people.jobs.send_reset", receiver, line=MAIL)


def _receiver(email: str, origin: str, browser: str) -> str:
    """The account's id, or one nobody has: asking takes the same time for known and unknown.

    When many places ask for one account, nothing more is sent that day and the answer stays the
    same: who floods a letter box is not told when to stop.
    """
    try:
        limits.attempt(limits.LETTER, account=email, origin=origin, browser=browser)
    except limits.TooManyForAccount:
        return str(new_id())
    user = User.objects.filter(email=email, is_active=True).first()
    return str(user.pk if user is not None else new_id())


def tell_of_new_place(user: User, origin: str) -> None:
    """Write that somebody signed in from a browser we do not know; a few times a day at most."""
    if not settings.MAIL_GOES_OUT:
        return
    with suppress(limits.TooMany):
        limits.attempt(limits.NEW_PLACE, account=user.email, origin=origin)
        enqueue("vaern.ground.people.jobs.send_new_place", str(user.pk), line=MAIL)


def use_up(user: User) -> bool:
    """Spend the link that ``user`` came with; False where another request was faster."""
    same = User.objects.filter(pk=user.pk, last_login=user.last_login)
    return bool(same.update(last_login=timezone.now()))


def link(user: User, language: str) -> EmailMessage:
    """A link that signs ``user`` in once; it dies with the next sign-in or a new password."""
    path = reverse("people:link_use", args=[get_token(user, scope=SCOPE)])
    return _letter(user.email, language, _("Dit link til Værn"), LINK, path)


def reset(user: User, language: str) -> EmailMessage:
    """A link to choosing a new password, for one hour."""
    key = default_token_generator.make_token(user)
    path = reverse("account_reset_password_from_key", args=[user.pk.hex, key])
    return _letter(user.email, language, _("Ny adgangskode til Værn"), RESET, path)


def new_place(user: User, language: str) -> EmailMessage:
    """Somebody signed in from a browser we do not know: what to do if it was not the reader."""
    subject, path = _("Ny indlogning i Værn"), reverse("people:me")
    return _letter(user.email, language, subject, NEW_PLACE, path)


def moved(former: FormerAddress) -> EmailMessage:
    """To an old address: it was changed, and whom to call. It says neither what to nor by whom."""
    subject = _("Din adresse i Værn er ændret")
    return _letter(former.email, former.person.language, subject, MOVED)


def welcome(person: Person) -> EmailMessage:
    """Where to ask for the first link."""
    subject, path = _("Du har fået adgang til Værn"), reverse("people:link_ask")
    return _letter(person.email, person.language, subject, WELCOME, path)


def _letter(
    to: str, language: str, subject: Promise, body: Promise, path: str = ""
) -> EmailMessage:
    with override(language):
        text = str(body) % {"address": f"{settings.VAERN_BASE_URL}{path}"}
        message = EmailMessage(str(subject), text, to=[to])
    message.extra_headers["Auto-Submitted"] = "auto-generated"
    return message
