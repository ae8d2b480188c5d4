"""Sessions are sealed before they are stored: they hold e-mail addresses and half-written words."""

import json
from base64 import b64decode, b64encode
from typing import Any

from django.conf import settings

from vaern.ground.vault import cipher


class SealedSerializer:
    """Django's session serializer, with AES-GCM instead of plain JSON."""

    def dumps(self, obj: Any) -> bytes:
        key = cipher.derive(settings.VAERN_MASTER_KEY, "session")
        return b64encode(cipher.seal(key, json.dumps(obj).encode(), "session"))

    def loads(self, data: bytes) -> Any:
        key = cipher.derive(settings.VAERN_MASTER_KEY, "session")
        return json.loads(cipher.unseal(key, b64decode(data), "session"))
