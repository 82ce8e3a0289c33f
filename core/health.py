"""Whether what the program depends on answers, each told as a short English word for machines."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import cache as kept

import redis
from django.conf import settings
from django.core.cache import cache
from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

OK = "ok"
HEARTBEAT_KEY = "worker-heartbeat"
# A worker shows itself every few seconds; one that was silent this long counts as gone.
HEARTBEAT_LASTS = timedelta(seconds=60)
SECONDS_TO_ANSWER = 3


def record_heartbeat(now: datetime) -> None:
    """Note that a worker is alive. Raises `redis.RedisError` while the broker is away."""
    cache.set(HEARTBEAT_KEY, now, timeout=int(HEARTBEAT_LASTS.total_seconds()))


def readiness(now: datetime) -> dict[str, str]:
    """State of database, broker, worker and migrations: "ok", or what is wrong."""
    return {
        "database": _state(_database),
        "broker": _state(_broker),
        "worker": _state(lambda: _worker(now)),
        "migrations": _state(_migrations),
    }


def _state(check: Callable[[], str]) -> str:
    try:
        return check()
    except (DatabaseError, redis.RedisError, OSError):
        return "unavailable"


def _database() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return OK


def _broker() -> str:
    with redis.Redis.from_url(
        settings.CELERY_BROKER_URL, socket_timeout=SECONDS_TO_ANSWER, socket_connect_timeout=SECONDS_TO_ANSWER
    ) as client:
        client.ping()
    return OK


def _worker(now: datetime) -> str:
    seen = cache.get(HEARTBEAT_KEY)
    return OK if seen and now - seen <= HEARTBEAT_LASTS else "silent"


def _migrations() -> str:
    missing = _migrations_on_disk() - set(MigrationRecorder(connection).applied_migrations())
    return f"{len(missing)} to apply" if missing else OK


@kept
def _migrations_on_disk() -> frozenset[tuple[str, str]]:
    return frozenset(MigrationLoader(None).disk_migrations)
