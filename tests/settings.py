"""Settings of the test suite: the project's own, on servers that the tests start for themselves.

Types and linters read these settings too; for them no server is started.
"""

import os
from pathlib import Path

from config import servers

DATA_DIR = Path(__file__).resolve().parent.parent / ".data" / "test"

for name in ("DEBUG", "DEMO", "ALLOWED_HOSTS", "BASE_URL", "EMAIL_URL", "OCID_PREFIX", "CSRF_TRUSTED_ORIGINS"):
    os.environ.pop(name, None)
if "PYTEST_VERSION" in os.environ:
    own = servers.use(DATA_DIR, durable=False)
else:
    own = servers.Servers("postgres://tracker@localhost/tracker", "redis://localhost:6379/0", "only-for-reading")
# Workers of a parallel run have a database each, in PostgreSQL by pytest-django and in Valkey (of 16) by this.
worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw-1").removeprefix("gw")) + 1
os.environ |= {
    "DATA_DIR": str(DATA_DIR),
    "DATABASE_URL": own.database_url,
    "REDIS_URL": own.redis_url.rpartition("/")[0] + f"/{worker % 16}",
    "SECRET_KEY": own.secret_key,
}

from config.settings import *  # noqa: E402, F403 (after the environment that it reads)

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
SECURE_SSL_REDIRECT = False
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# Files are served from where they lie; nothing has been collected.
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True
