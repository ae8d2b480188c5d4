"""The Django app that holds what every page is built of."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WebConfig(AppConfig):
    """Templates, components, styles and scripts; no models and no pages of a domain."""

    name = "vaern.faces.web"
    label = "web"
    verbose_name = "Værn: sider"

    def ready(self) -> None:
        """A choice that is not on the list is said plainly: Django's words quote our ids."""
        from django import forms

        for field in (forms.ChoiceField, forms.MultipleChoiceField):
            field.default_error_messages = {
                **field.default_error_messages,
                "invalid_choice": _("Vælg en af mulighederne på listen."),
            }
