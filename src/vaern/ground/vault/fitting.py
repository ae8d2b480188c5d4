"""Does our master key fit what lies in the database?"""

from vaern.ground.vault.cipher import CannotOpen
from vaern.ground.vault.models import DataKey


def key_fits() -> bool:
    """Does it open the oldest workplace's key? True where there is none yet."""
    oldest = DataKey.objects.filter(parent=None, wrapped__isnull=False).order_by("created_at")
    key = oldest.first()
    if key is None:
        return True
    try:
        key.secret()
    except CannotOpen:
        return False
    return True
