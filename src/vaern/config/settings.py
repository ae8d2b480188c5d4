"""Django's settings, from the environment. docs/operators/settings.md explains each."""

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from vaern.config import addresses, database, environment, keys, mail
from vaern.config.log import LOGGING  # noqa: F401
from vaern.ground.queue.lines import MAIL, WORK

VAERN_MODE = environment.mode()
PRODUCTION = VAERN_MODE == "production"
VAERN_DATA = environment.data_folder()
SECRET_KEY = keys.secret_key()
VAERN_MASTER_KEY = keys.master_key()
VAERN_EVIDENCE = VAERN_DATA / "evidence"
VAERN_AUDIT_ANCHOR = VAERN_DATA / "audit-anchor"
VAERN_MAX_FILE_MB = environment.whole_number("VAERN_MAX_FILE_MB", 25, 1, 500)
VAERN_MAX_REPORT_MB = environment.whole_number("VAERN_MAX_REPORT_MB", 60, 1, 1000)
VAERN_MAX_FILES = environment.whole_number("VAERN_MAX_FILES", 50, 1, 500)
VAERN_MAX_MEGAPIXELS = environment.whole_number("VAERN_MAX_MEGAPIXELS", 50, 1, 150)
VAERN_MAX_NESTING = environment.whole_number("VAERN_MAX_NESTING", 10, 1, 30)
VAERN_MAX_PARTS = environment.whole_number("VAERN_MAX_PARTS", 200, 10, 2000)
VAERN_MAX_HEADER_KB = environment.whole_number("VAERN_MAX_HEADER_KB", 256, 16, 1024)
VAERN_MAX_TEXT_CHARS = environment.whole_number("VAERN_MAX_TEXT_CHARS", 200_000, 5_000, 1_000_000)
VAERN_BASE_URL = addresses.base_url(VAERN_MODE)
VAERN_WORKERS = environment.whole_number("VAERN_WORKERS", 2, 1, 64)

DEBUG = False
ALLOWED_HOSTS = addresses.hosts(VAERN_MODE, VAERN_BASE_URL)

DATABASES = {"default": database.settings(VAERN_DATA)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "vaern.ground.people",  # before allauth: its sign-in pages win
    "allauth",
    "allauth.account",
    "vaern.ground.people.apps.PlacesConfig",  # allauth.usersessions, without its listeners
    "django_q",
    "vaern.ground.vault",
    "vaern.ground.audit",
    "vaern.ground.queue",
    "vaern.ground.law",
    "vaern.ground.notify",
    "vaern.handle.evidence",
    "vaern.handle.inbox",
    "vaern.handle.reports",
    "vaern.handle.triage",
    "vaern.handle.plans",
    "vaern.handle.cases",
    "vaern.faces.web",
    "vaern.faces.cli",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "vaern.ground.people.middleware.PersonMiddleware",
]

ROOT_URLCONF = "vaern.config.urls"
WSGI_APPLICATION = "vaern.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.messages.context_processors.messages",
                "vaern.faces.web.context.person",
            ]
        },
    }
]
FORM_RENDERER = "vaern.faces.web.forms_renderer.FormRenderer"

LANGUAGE_CODE = "da"
LANGUAGES = [("da", _("Dansk")), ("en", _("English"))]
LOCALE_PATHS = [environment.source_root() / "locale"]
TIME_ZONE = "Europe/Copenhagen"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = VAERN_DATA / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = [
    "allauth.account.auth_backends.AuthenticationBackend",
    "sesame.backends.ModelBackend",
]
PASSWORD_HASHERS = ["vaern.ground.people.hashing.Argon2"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "vaern.ground.people.sign_in.Adapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_NOTIFICATIONS = False
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_LOGIN_ON_PASSWORD_RESET = True
# allauth's own generator writes the address in the clear to account_emailaddress.
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "django.contrib.auth.tokens.PasswordResetTokenGenerator"  # noqa: S105
# vaern.ground.people.limits counts in the database: it holds over all web processes.
ACCOUNT_RATE_LIMITS = False
ACCOUNT_FORMS = {
    "login": "vaern.ground.people.forms.sign_in.SignInForm",
    "change_password": "vaern.ground.people.forms.sign_in.ChangePasswordForm",
    "set_password": "vaern.ground.people.forms.sign_in.SetPasswordForm",
    "reset_password": "vaern.ground.people.forms.sign_in.ResetForm",
    "reset_password_from_key": "vaern.ground.people.forms.sign_in.ResetKeyForm",
}
# In production TLS ends in a proxy in front of us, which adds the caller's address.
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if PRODUCTION else 0
PASSWORD_RESET_TIMEOUT = 3600
SESAME_MAX_AGE = 15 * 60
SESAME_ONE_TIME = True
SESAME_INVALIDATE_ON_EMAIL_CHANGE = True

SESSION_ENGINE = "vaern.ground.vault.sessions"
SESSION_COOKIE_AGE = 14 * 24 * 3600
SESSION_COOKIE_NAME = "vaern_session"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PRODUCTION
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "vaern.faces.web.errors.csrf_failure"
CSRF_TRUSTED_ORIGINS = [VAERN_BASE_URL]
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

SECURE_SSL_REDIRECT = PRODUCTION
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PRODUCTION else None
SECURE_HSTS_SECONDS = 31_536_000 if PRODUCTION else 0
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

FILE_UPLOAD_HANDLERS = ["vaern.handle.evidence.uploads.InMemoryUpload"]
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
# Far above what is kept: who sends a few too many gets our words, not a bare 400.
DATA_UPLOAD_MAX_NUMBER_FILES = 500 + 2 * VAERN_MAX_FILES

# Nothing that must hold lives in the cache, so each process may have its own.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

EMAIL_BACKEND, EMAIL = mail.settings(VAERN_MODE)
EMAIL_HOST, EMAIL_PORT = EMAIL["host"], EMAIL["port"]
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = EMAIL["user"], EMAIL["password"]
EMAIL_USE_TLS, EMAIL_USE_SSL = EMAIL["starttls"], EMAIL["tls"]
EMAIL_TIMEOUT = 5
MAIL_GOES_OUT = mail.goes_out(VAERN_MODE)
DEFAULT_FROM_EMAIL = mail.sender(VAERN_MODE)

Q_CLUSTER = {
    "name": WORK,
    "orm": "default",
    "workers": VAERN_WORKERS,
    "timeout": 120,
    "retry": 180,
    "max_attempts": 20,
    "ack_failures": False,
    "save_limit": 200,
    "catch_up": False,
    "poll": 0.3,
    "queue_limit": 20,
    "bulk": 1,
    "label": "vaern",
    # `vaern serve` runs it beside the others. A mail takes its time when the server is slow, so
    # few are fetched at once: the lock of one that waits would run out. A letter is tried for
    # twelve hours, every `retry` seconds.
    "ALT_CLUSTERS": {MAIL: {"workers": 1, "queue_limit": 2, "max_attempts": 240}},
}
