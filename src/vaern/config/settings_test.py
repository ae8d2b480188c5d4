"""Settings for tests and type checks: own keys, own folder, cheap passwords."""

import base64
import os
import tempfile

os.environ["VAERN_MODE"] = "test"
os.environ.setdefault("VAERN_DATA", tempfile.mkdtemp(prefix="vaern-test-"))
os.environ.setdefault("VAERN_SECRET_KEY", "only-for-tests-" * 4)
os.environ.setdefault(
    "VAERN_MASTER_KEY", base64.b64encode(b"only for tests, 32 bytes long..."[:32]).decode()
)

from vaern.config.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # noqa: F405
