"""The migrated, empty database that each test database is a copy of: migrating takes many times as long as copying.

It is made anew whenever a migration or a pinned package changes.
"""

import contextlib
import fcntl
import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg2
from django.conf import settings

BASE_DIR = Path(__file__).resolve().parent.parent
PREFIX = "migrated_"


def template() -> str:
    """Name of the database to copy, made if need be; one process of a parallel run makes it, the others wait."""
    name = PREFIX + _fingerprint()
    with (settings.DATA_DIR / "template.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        connection = _connect()
        try:
            connection.autocommit = True
            with connection.cursor() as cursor:
                cursor.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [PREFIX])
                found = {row[0] for row in cursor}
                if name not in found:
                    for old in found:
                        cursor.execute(f'DROP DATABASE "{old}" WITH (FORCE)')
                    cursor.execute(f'CREATE DATABASE "{name}_new"')
                    _migrate(f"{name}_new")
                    cursor.execute(f'ALTER DATABASE "{name}_new" RENAME TO "{name}"')
        finally:
            connection.close()
    return name


@contextlib.contextmanager
def copied(name: str) -> Iterator[str]:
    """Address of a copy of the migrated database under this name, for a program of its own."""
    source = template()
    connection = _connect()
    connection.autocommit = True
    try:
        with connection.cursor() as cursor:
            cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
            cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{source}"')
            yield f"{settings.DATABASE_URL.rpartition('/')[0]}/{name}"
            cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
    finally:
        connection.close()


def _fingerprint() -> str:
    paths = [*BASE_DIR.glob("*/migrations/*.py"), BASE_DIR / "requirements.txt"]
    digest = hashlib.sha256()
    for path in sorted(paths):
        digest.update(f"{path.relative_to(BASE_DIR)} {hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()[:16]


def _connect() -> "psycopg2.extensions.connection":
    own = settings.DATABASES["default"]
    return psycopg2.connect(host=own["HOST"], user=own["USER"], password=own["PASSWORD"], dbname="postgres")


def _migrate(name: str) -> None:
    # A process of its own: this one's connections belong to its test database.
    address = settings.DATABASE_URL.rpartition("/")[0]
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "config.settings", "DATABASE_URL": f"{address}/{name}"}
    command = [sys.executable, "manage.py", "migrate", "--noinput", "--verbosity=0"]
    subprocess.run(command, cwd=BASE_DIR, env=environment, check=True)
