"""The task queue: a worker's sign of life is what `/readyz` reads, and the timetable names tasks that exist."""

import pytest
from celery.signals import heartbeat_sent
from django.conf import settings
from django.utils import timezone

from config.celery import app
from core.health import readiness


@pytest.mark.django_db
def test_a_workers_heartbeat_is_seen() -> None:
    assert readiness(timezone.now())["worker"] == "silent"
    heartbeat_sent.send(sender=None)
    assert readiness(timezone.now())["worker"] == "ok"


def test_every_task_of_the_timetable_exists() -> None:
    app.loader.import_default_modules()
    planned = {entry["task"] for entry in getattr(settings, "CELERY_BEAT_SCHEDULE", {}).values()}
    assert planned - set(app.tasks) == set()
