"""Renders Django forms in the markup of Det Fælles Designsystem.

Set `FORM_RENDERER = "vaern.faces.web.forms_renderer.FormRenderer"`. Then `{{ form }}`,
`{{ form.field.as_field_group }}` and plain `{{ form.field }}` come out right without any page or
form class knowing about it.
"""

from pathlib import Path
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.forms.renderers import DjangoTemplates
from django.template.backends.django import DjangoTemplates as Backend
from django.utils.functional import cached_property

OWN = Path(__file__).parent / "form_templates"
DJANGO = Path(forms.__file__).parent / "templates"

# The first that fits decides; a select is also a ChoiceWidget, a RadioSelect too.
CONTROLS: tuple[tuple[type[forms.Widget], str], ...] = (
    (forms.HiddenInput, "hidden"),
    (forms.CheckboxSelectMultiple, "checkboxes"),
    (forms.RadioSelect, "radio"),
    (forms.Select, "select"),
    (forms.CheckboxInput, "checkbox"),
    (forms.FileInput, "file"),
    (forms.Textarea, "textarea"),
    (forms.MultiWidget, "several"),
)

CLASSES = {
    "text": "form-input",
    "textarea": "form-input",
    "several": "form-input",
    "select": "form-select",
    "file": "file-input",
    "radio": "choice-input",
    "checkboxes": "choice-input",
    "checkbox": "choice-input",
}


class VaernBoundField(BoundField):
    """A field that knows its kind of control, so that the templates can choose their markup."""

    @property
    def control(self) -> str:
        """One of text, textarea, select, radio, checkboxes, checkbox, file, several, hidden."""
        widget = self.field.widget
        return next((name for kind, name in CONTROLS if isinstance(widget, kind)), "text")

    def build_widget_attrs(
        self, attrs: dict[str, Any], widget: forms.Widget | None = None
    ) -> dict[str, Any]:
        """Django's attributes and our class beside the form's own classes.

        No ``maxlength``: browsers cut what is pasted without a word; the server says it is too long.
        """
        built = {"maxlength": False, **super().build_widget_attrs(attrs, widget)}
        own = (widget or self.field.widget).attrs.get("class", "")
        ours = CLASSES.get(self.control, "")
        if ours:
            built["class"] = f"{ours} {own}".strip()
        return built


class FormRenderer(DjangoTemplates):
    """Looks for form templates in our folder first, then Django's, then every app's."""

    bound_field_class = VaernBoundField

    @cached_property
    def engine(self) -> Backend:
        """An engine of its own: pages' context processors have no business in a widget."""
        return Backend(
            {
                "APP_DIRS": True,
                "DIRS": [OWN, DJANGO],
                "NAME": "vaernforms",
                "OPTIONS": {},
            }
        )
