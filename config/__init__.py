"""Wiring: settings, addresses, task queue and servers. The apps never import it."""

from config.celery import app as celery_app

__all__ = ["celery_app"]
