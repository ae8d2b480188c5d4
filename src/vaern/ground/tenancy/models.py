"""What every row that belongs to one workplace has in common."""

from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django_scopes import ScopedManager, get_scope

from vaern.ground.lib.ids import new_id


class TenantModel(models.Model):
    """A row that belongs to one workplace; a query outside a workplace's scope raises."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    workplace = models.ForeignKey("people.Workplace", on_delete=models.CASCADE, related_name="+")

    if not TYPE_CHECKING:  # the checker knows the plain manager; the scope is a matter of run time
        objects = ScopedManager(workplace="workplace")

    class Meta:
        abstract = True

    @classmethod
    def from_db(cls, *loaded: Any, **how: Any) -> Self:
        """Rows read inside a scope share its workplace: no join and no query to reach its key."""
        row = super().from_db(*loaded, **how)
        shared = get_scope().get("workplace")
        if shared is not None and row.__dict__.get("workplace_id") == shared.pk:
            row._state.fields_cache["workplace"] = shared
        return row
