"""The task queue. Tasks are found in every app's `tasks` module; the timetable is in the settings."""

import os
from typing import Any

from celery import Celery
from celery.signals import heartbeat_sent
from django.utils import timezone

from core.health import record_heartbeat

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

app = Celery("fair_ict_tracker")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@heartbeat_sent.connect
def show_life(**_: Any) -> None:
    """A worker's heartbeat to the broker is its heartbeat for `/readyz` too."""
    record_heartbeat(timezone.now())
