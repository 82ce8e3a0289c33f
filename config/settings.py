"""Settings: production by default, every value from the environment.

A missing value that matters stops the start with a hint. Nothing but
`config/` may import this module's neighbours; the apps read
`django.conf.settings`.
"""

import os
from pathlib import Path

import environ
from celery.schedules import crontab
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from config import servers
from config.seams import *  # noqa: F403 (settings of their own)

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()

DEBUG = env.bool("DEBUG", default=False)


def required(name: str, hint: str, default: str = "") -> str:
    """Value of the environment variable `name`; without it and a `default` the start stops with `hint`."""
    value = env.str(name, default="") or default
    if not value:
        message = f"{name} is not set. {hint} See .env.example."
        raise ImproperlyConfigured(message)
    return value


# -- Servers -----------------------------------------------------------------
# Where DATA_DIR is set and an address is missing, the data directory's own servers are used for as long as this
# process runs. Without DATA_DIR a missing address stops the start: a typo must never open an empty database.

DATA_DIR = Path(env.str("DATA_DIR", default=str(BASE_DIR / ".data"))).resolve()
addresses_given = env.str("DATABASE_URL", default="") and env.str("REDIS_URL", default="")
if os.environ.get("DATA_DIR") and not addresses_given:
    own = servers.use(DATA_DIR)
else:
    own = servers.Servers(database_url="", redis_url="", secret_key="")

SECRET_KEY = required("SECRET_KEY", "Give a long random text that stays the same between starts.", own.secret_key)
DATABASE_URL = required(
    "DATABASE_URL", "Give the address of a PostgreSQL server, or in DATA_DIR a folder for one.", own.database_url
)
REDIS_URL = required(
    "REDIS_URL", "Give the address of a Redis or Valkey server, or in DATA_DIR a folder for one.", own.redis_url
)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
BASE_URL = env.str("BASE_URL", default="http://localhost:8000")
OCID_PREFIX = env.str("OCID_PREFIX", default="")

# -- Applications ------------------------------------------------------------

INSTALLED_APPS = [
    "campaigns",
    "procurement",
    "supplychain",
    "core",
    "config.apps.TrackerAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_filters",
    "django_htmx",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "rules.apps.AutodiscoverRulesConfig",
    "pgtrigger",
    "pghistory",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "core.mfa.SecondFactorMiddleware",
    "core.middleware.HistoryMiddleware",
    "core.outage.OutageMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "core.context_processors.site",
            ],
        },
    }
]

FORM_RENDERER = "core.form_rendering.FormRenderer"

# -- Data --------------------------------------------------------------------

DATABASES = {
    "default": {
        **env.db_url_config(DATABASE_URL),
        "CONN_MAX_AGE": env.int("CONN_MAX_AGE", default=60),
        "CONN_HEALTH_CHECKS": True,
        # How near a misspelt word must come: at the server's own 0.6, "lenvo" does not find Lenovo.
        "OPTIONS": {"options": "-c pg_trgm.word_similarity_threshold=0.5"},
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}}
MEDIA_ROOT = DATA_DIR / "files"
# Fonts of printed reports, from the lock file of the assets.
REPORT_FONTS = BASE_DIR / "core" / "reports" / "paper" / "fonts"
# Bytes of one evidence file, and of all files of one activity.
EVIDENCE_LARGEST_FILE, EVIDENCE_LARGEST_SUM = 10 * 1024**2, 50 * 1024**2

CELERY_BROKER_URL = REDIS_URL
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_DEFAULT_QUEUE = "default"
CELERY_TASK_CREATE_MISSING_QUEUES = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_TIME_LIMIT = 60 * 60
CELERY_TASK_SOFT_TIME_LIMIT = 55 * 60
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_BEAT_SCHEDULE = {
    "sweep jobs": {"task": "core.tasks.sweep_jobs", "schedule": 60},
    "run schedules": {"task": "core.tasks.run_schedules", "schedule": 60},
    "fold tallies": {"task": "supplychain.tasks.fold_facet_tallies", "schedule": 5 * 60},
    "forget words": {"task": "core.tasks.forget_words", "schedule": crontab(hour=3, minute=10)},
    "send digests": {"task": "campaigns.tasks.send_digests", "schedule": 15 * 60},
}

# -- History (django-pghistory) ----------------------------------------------

PGHISTORY_MIDDLEWARE_METHODS = ("POST", "PUT", "PATCH", "DELETE")

# -- Accounts ----------------------------------------------------------------

AUTH_USER_MODEL = "core.User"
AUTHENTICATION_BACKENDS = ["rules.permissions.ObjectPermissionBackend", "core.accounts.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "core.accounts.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_SUBJECT_PREFIX = "Fair ICT Tracker: "
ACCOUNT_FORMS = {
    "login": "core.forms.signing_in.LoginForm",
    "signup": "core.forms.signing_in.SignupForm",
    "add_email": "core.forms.signing_in.AddEmailForm",
    "change_password": "core.forms.signing_in.ChangePasswordForm",
    "set_password": "core.forms.signing_in.SetPasswordForm",
    "reset_password": "core.forms.signing_in.ResetPasswordForm",
    "reset_password_from_key": "core.forms.signing_in.ResetPasswordKeyForm",
    "reauthenticate": "core.forms.signing_in.ConfirmPasswordForm",
}
MFA_FORMS = {
    "authenticate": "core.forms.signing_in.AuthenticateForm",
    "reauthenticate": "core.forms.signing_in.ReauthenticateForm",
    "activate_totp": "core.forms.signing_in.ActivateTOTPForm",
}
ACCOUNT_PREVENT_ENUMERATION = True
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
# One period of thirty seconds to type a code in, as RFC 6238 recommends.
MFA_TOTP_TOLERANCE = 1
MFA_TOTP_ISSUER = "Fair ICT Tracker"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
# Demo logins and freedom from MFA exist only in a demonstration.
DEMO = env.bool("DEMO", default=False) and DEBUG

# -- Languages ---------------------------------------------------------------

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("fr", _("French"))]
# Languages that a report can be made in; the catalogues of the last two hold what reports say.
REPORT_LANGUAGES = ["en", "fr", "nl", "de"]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "UTC"
USE_TZ = True
USE_I18N = True

# -- Static files ------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]
# In development files are served from where they lie; elsewhere compressed, under names that tell their content.
served_as = "" if DEBUG else "config.static.StaticFilesStorage"
# Files of jobs and evidence: below DATA_DIR, or in a bucket that web servers and workers share.
S3_BUCKET = env.str("S3_BUCKET", default="")
in_bucket = {
    "BACKEND": "storages.backends.s3.S3Storage",
    "OPTIONS": {
        "bucket_name": S3_BUCKET,
        "endpoint_url": env.str("S3_ENDPOINT", default="") or None,
        "region_name": env.str("S3_REGION", default="") or None,
        "default_acl": "private",
        "file_overwrite": False,
    },
}
STORAGES = {
    "default": in_bucket if S3_BUCKET else {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": served_as or "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

# -- Security ----------------------------------------------------------------

SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=not DEBUG)
SECURE_REDIRECT_EXEMPT = [r"^livez$", r"^readyz$"]
SESSION_COOKIE_SECURE = not DEBUG
CSRF_COOKIE_SECURE = not DEBUG
SECURE_HSTS_SECONDS = 0 if DEBUG else 60 * 60 * 24 * 365
SECURE_HSTS_INCLUDE_SUBDOMAINS = not DEBUG
SECURE_HSTS_PRELOAD = not DEBUG
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "core.views.errors.csrf_failure"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
    }
}
PERMISSIONS_POLICY: dict[str, list[str]] = {
    name: [] for name in ("camera", "geolocation", "microphone", "payment", "usb")
}

# -- Mail --------------------------------------------------------------------

vars().update(env.email_url("EMAIL_URL", default="consolemail://"))
CONTACT_EMAIL = env.str("CONTACT_EMAIL", default="")
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="Fair ICT Tracker <noreply@localhost>")

# -- API ---------------------------------------------------------------------

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "core.api.authentication.BearerTokenAuthentication",
        "rest_framework.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.AllowAny"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "core.api.errors.exception_handler",
    # `format=` is a parameter of the lists' pages.
    "URL_FORMAT_OVERRIDE": None,
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Fair ICT Tracker API",
    "VERSION": "1",
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "REDOC_DIST": "SIDECAR",
    "SERVE_INCLUDE_SCHEMA": False,
    # Fields of one name with different codes; the others keep the name that follows from the field.
    "ENUM_NAME_OVERRIDES": {
        "ActivityStateEnum": "campaigns.enums.outreach.ActivityState",
        "JobStateEnum": "core.enums.JobState",
        "ImportStateEnum": "core.enums.ImportState",
        "ProjectRoleEnum": "campaigns.enums.projects.PartnerRole",
        "LinkRoleEnum": "supplychain.enums.LinkRole",
        "ProcurerLevelEnum": "procurement.enums.ProcurerLevel",
        "PolicyLevelEnum": "campaigns.enums.advocacy.PolicyLevel",
    },
}

# -- Log -----------------------------------------------------------------------
# To standard error, with the traceback of every error that a visitor's page only apologises for.

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {"django": {"handlers": [], "level": "INFO", "propagate": True}},
}

# -- Demonstration ---------------------------------------------------------------
# It is served over plain http and from where its files lie, as in development, but its visitors get the site's own
# error pages and none of the program's insides.

WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = DEBUG
DEBUG = DEBUG and not DEMO
