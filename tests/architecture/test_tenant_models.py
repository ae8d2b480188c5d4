"""A model that belongs to a workplace cannot be read without saying which workplace."""

from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db.models import ForeignKey, Model
from django_scopes import get_scope
from django_scopes.manager import DisabledQuerySet


def workplace_key(model: type[Model]) -> ForeignKey[Any, Any] | None:
    try:
        field = model._meta.get_field("workplace")
    except FieldDoesNotExist:
        return None
    return field if isinstance(field, ForeignKey) else None


OURS = [model for model in apps.get_models() if model.__module__.startswith("vaern.")]
TENANT = [model for model in OURS if workplace_key(model) and not model._meta.proxy]


@pytest.mark.parametrize("model", TENANT, ids=lambda model: model._meta.label)
def test_default_manager_needs_a_workplace(model: type[Model]) -> None:
    assert not get_scope(), "this test must run outside every scope"
    rows = model._default_manager.get_queryset()
    assert isinstance(rows, DisabledQuerySet), f"{model._meta.label}: use TenantModel"
    assert rows.missing_scopes == {"workplace"}


@pytest.mark.parametrize("model", TENANT, ids=lambda model: model._meta.label)
def test_the_workplace_is_required(model: type[Model]) -> None:
    field = workplace_key(model)
    assert field is not None
    assert not field.null, f"{model._meta.label}: a row without a workplace belongs to nobody"


def test_there_are_tenant_models_to_hold() -> None:
    assert TENANT
