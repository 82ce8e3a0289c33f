"""What `/livez` and `/readyz` say, and what the database's absence looks like."""

from datetime import UTC, datetime, timedelta

import psycopg2
import pytest
from django.db import InterfaceError, OperationalError
from django.db.migrations.recorder import MigrationRecorder
from django.test import RequestFactory
from pytest_django import Settings

from core import health, outage
from core.views.health import livez, readyz

NOW = datetime(2026, 1, 5, 12, tzinfo=UTC)


def lost() -> OperationalError:
    """A connection that broke, as Django tells it."""
    error = OperationalError("server closed the connection unexpectedly")
    error.__cause__ = psycopg2.OperationalError()
    return error


def test_livez_answers_without_touching_the_database(rf: RequestFactory) -> None:
    response = livez(rf.get("/livez"))
    assert (response.status_code, response.content) == (200, b"ok\n")


@pytest.mark.django_db
def test_all_is_well_while_a_worker_shows_itself() -> None:
    health.record_heartbeat(NOW)
    expected = {"database": "ok", "broker": "ok", "worker": "ok", "migrations": "ok"}
    assert health.readiness(NOW + timedelta(seconds=59)) == expected


@pytest.mark.django_db
def test_a_worker_that_was_silent_for_more_than_a_minute_counts_as_gone() -> None:
    health.record_heartbeat(NOW)
    assert health.readiness(NOW + timedelta(seconds=61))["worker"] == "silent"


@pytest.mark.django_db
def test_readyz_answers_503_and_names_what_is_missing(rf: RequestFactory) -> None:
    response = readyz(rf.get("/readyz"))
    assert response.status_code == 503
    assert b'"worker": "silent"' in response.content


@pytest.mark.django_db
def test_a_migration_that_is_still_to_apply_is_counted() -> None:
    MigrationRecorder.Migration.objects.filter(app="sessions").delete()
    assert health.readiness(NOW)["migrations"] == "1 to apply"


@pytest.mark.django_db
def test_a_broker_that_is_away_is_told(settings: Settings) -> None:
    settings.CELERY_BROKER_URL = "redis://127.0.0.1:1/0"
    assert health.readiness(NOW)["broker"] == "unavailable"


def test_a_database_that_is_away_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def away() -> str:
        raise lost()

    monkeypatch.setattr(health, "_database", away)
    monkeypatch.setattr(health, "_migrations", away)
    states = health.readiness(NOW)
    assert (states["database"], states["migrations"]) == ("unavailable", "unavailable")


def test_pages_say_503_and_when_to_come_back_while_the_database_is_away(rf: RequestFactory) -> None:
    response = outage.OutageMiddleware(livez).process_exception(rf.get("/factories/"), lost())
    assert response is not None
    assert (response.status_code, response["Retry-After"]) == (503, "30")
    assert b"<h1>The register is not available</h1>" in response.content


def test_the_api_says_503_as_json(rf: RequestFactory) -> None:
    response = outage.unavailable(rf.get("/api/v1/factories/"))
    assert (response.status_code, response["Content-Type"]) == (503, "application/json")
    assert b'"fields": {}' in response.content


def test_an_error_that_middleware_meets_is_answered_alike(rf: RequestFactory) -> None:
    try:
        raise InterfaceError("connection already closed")
    except InterfaceError:
        response = outage.server_error(rf.get("/factories/"))
    assert response.status_code == 503


def test_other_errors_stay_errors(rf: RequestFactory) -> None:
    statement_refused = OperationalError("canceling statement due to statement timeout")
    statement_refused.__cause__ = type("Timeout", (Exception,), {"pgcode": "57014"})()
    assert not outage.is_outage(statement_refused)
    middleware = outage.OutageMiddleware(livez)
    assert middleware.process_exception(rf.get("/"), ValueError()) is None
    assert middleware(rf.get("/")).status_code == 200
    assert outage.server_error(rf.get("/")).status_code == 500
