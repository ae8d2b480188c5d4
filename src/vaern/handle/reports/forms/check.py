"""Looking it through before it is sent."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vaern.handle.reports.forms.screen import ScreenForm


class CheckForm(ScreenForm):
    working_time = forms.ChoiceField(
        label=_("Skete det i arbejdstiden?"),
        help_text=_(
            "Vi har regnet det ud fra arbejdspladsens arbejdstid. Ret det, hvis det er forkert."
        ),
        widget=forms.RadioSelect,
        required=False,
        choices=[("inside", _("I arbejdstiden")), ("outside", _("Uden for arbejdstiden"))],
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        if self.report and not self.report.answers.get("working_time"):
            self.fields["working_time"].help_text = _("Spring over, hvis du ikke ved det.")
