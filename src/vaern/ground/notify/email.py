"""The e-mail itself: one sentence and a link, in the reader's language."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils.translation import gettext as _
from django.utils.translation import override

from vaern.ground.notify.kinds import KINDS
from vaern.ground.notify.models import Notice


def compose(notice: Notice) -> EmailMessage:
    """A message that names nobody, quotes nothing, and leads to the sign-in."""
    with override(notice.person.language):
        line = str(KINDS[notice.kind].line)
        body = _(
            "Hej\n\n%(line)s\n\n%(link)s\n\n"
            "Vi skriver aldrig i en e-mail, hvad det handler om.\nVenlig hilsen\nVærn"
        ) % {"line": line, "link": f"{settings.VAERN_BASE_URL}{notice.path}"}
        message = EmailMessage(_("Der er nyt til dig i Værn"), body, to=[notice.person.email])
    message.extra_headers["Auto-Submitted"] = "auto-generated"
    message.extra_headers["Message-ID"] = f"<{notice.pk}@vaern>"
    return message
