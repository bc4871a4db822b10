"""Django's settings. What an installation may choose is in `web.config`; the rest is fixed here.

No DEBUG, no ADMINS, no mail, no admin site, no sessions, messages or auth of Django's: each is a way for words to
get out (docs/sealing.md, Framework traps).
"""

from pathlib import Path

from bothand.shell.demo import is_demo as _is_demo
from bothand.shell.policy import CONTENT_SECURITY_POLICY as _POLICY
from bothand.web.config import from_environment, secret

CONFIG = from_environment()
HERE = Path(__file__).resolve().parent.parent

DEBUG = False
# Signs CSRF tokens and nothing else; opens nothing.
SECRET_KEY = secret(CONFIG.data, "server.key").hex()
# Keys the HMAC of login names. Part of a backup: without it nobody's name is found.
BOTHAND_NAMES_KEY = secret(CONFIG.data, "names.key")
# Says that people are here, should the database lose them (accounts.peopled).
BOTHAND_PEOPLED = CONFIG.data / "people-are-here"
BOTHAND_OPEN = CONFIG.open_signup
# Told by the database itself; every page says so.
BOTHAND_DEMO = _is_demo(CONFIG.data / "bothand.sqlite3")
BOTHAND_ROOMS = (
    "today",
    "between",
    "checkin",
    "journal",
    "mytime",
    "goals",
    "boundaries",
    "people",
    "talks",
    "agreements",
    "housework",
    "ground",
    "pairing",
    "account",
    "welcome",
    "safety",
)
BOTHAND_EXIT_TO = "https://www.wikipedia.org/"
# Below these paths nobody is looked at: no cookie is read and no session touched (accounts.middleware).
BOTHAND_UNWATCHED = ("/leaf",)
BOTHAND_HELPLINES = CONFIG.helplines

ALLOWED_HOSTS = CONFIG.hosts
CSRF_TRUSTED_ORIGINS = CONFIG.origins
ROOT_URLCONF = "bothand.web.urls"
WSGI_APPLICATION = "bothand.web.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.staticfiles",
    "csp",
    "django_htmx",
    "template_partials",
    "bothand.vault",
    "bothand.accounts",
    "bothand.shell",
    "bothand.kit",
    *(f"bothand.rooms.{room}" for room in BOTHAND_ROOMS),
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "bothand.shell.static_files.PackagedFiles",
    "bothand.shell.middleware.HeadersMiddleware",
    "csp.middleware.CSPMiddleware",
    "bothand.shell.refusals.RefusalMiddleware",
    "django.middleware.common.CommonMiddleware",
    "bothand.shell.middleware.WayOutMiddleware",
    "bothand.accounts.middleware.VisitorMiddleware",
    "bothand.shell.middleware.LanguageMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "bothand.shell.middleware.DoorMiddleware",
    "bothand.shell.endings.EndingMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        # No context processors: a template sees its page, the frame and the CSRF token (shell.page).
        "OPTIONS": {
            "context_processors": [],
            "builtins": ["django.templatetags.i18n", "django.templatetags.static"],
        },
    }
]

# Common controls written at once, not by a template or two each.
FORM_RENDERER = "bothand.shell.field_html.Renderer"

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": CONFIG.data / "bothand.sqlite3",
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "timeout": 10,
            "transaction_mode": "IMMEDIATE",
            "init_command": (
                "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; "
                "PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = ON; "
                # Up to 16 MB a thread instead of 2: rows lie by chance ids, so half a year of them touches most pages of
                # a file that is ten years old, and each would be read anew.
                "PRAGMA cache_size = -16000;"
            ),
        },
    }
}

# Typed text may be long; files come only as exports, in memory, with a hard limit.
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 64 * 1024 * 1024
FILE_UPLOAD_HANDLERS = ["bothand.shell.memory.ReleasedUpload"]
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000

USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = True
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English")]
LOCALE_PATHS = [HERE / "shell" / "locale"]

STATIC_URL = "/s/"
# Served from the package, never from the folder in which data lies.
STATIC_ROOT = None
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "bothand.shell.static_files.PackagedStorage"},
}

CSRF_COOKIE_NAME = "__Host-csrf"
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "bothand.shell.carried_form.csrf_failure"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 31536000 if CONFIG.strict_transport else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if CONFIG.behind_proxy else None
CONTENT_SECURITY_POLICY = _POLICY

# Django calls LOGGING_CONFIG only when there is something to hand to it; without this its mail handler would stay.
LOGGING = {"version": 1}
LOGGING_CONFIG = "bothand.shell.reports.configure_logging"
DEFAULT_EXCEPTION_REPORTER = "bothand.shell.reports.Reporter"
