"""A telephone number: whoever needs help must be able to call it."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from vaern.ground.people.rules import is_phone
from vaern.ground.people.staff_words import NO_PHONE


class PhoneField(forms.CharField):
    """A number as people write it; spaces of any kind become plain ones."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=40, required=False, widget=forms.TelInput(), **kwargs)

    def to_python(self, value: Any) -> str:
        return " ".join((super().to_python(value) or "").split())

    def validate(self, value: str) -> None:
        super().validate(value)
        if value and not is_phone(value):
            raise ValidationError(NO_PHONE, params={"text": value})
