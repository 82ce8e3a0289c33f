"""A job's page is for who asked for it and for administrators."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from core.enums import JobState
from tests.factories.core import ImportRowFactory, ImportRunFactory, JobFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def user(client):
    user = UserFactory()
    client.force_login(user)
    return user


def test_a_stranger_is_asked_to_sign_in(client):
    job = JobFactory()
    for path in ("/jobs/", job.get_absolute_url(), f"{job.get_absolute_url()}result/"):
        assert client.get(path).headers["Location"].startswith("/accounts/login/")


def test_one_sees_ones_own_jobs(client, user):
    job = JobFactory(requested_by=user, title="My export")
    other = JobFactory(title="Their export")
    page = client.get("/jobs/").content.decode()
    assert "My export" in page
    assert "Their export" not in page
    assert client.get(job.get_absolute_url()).status_code == 200
    assert client.get(other.get_absolute_url()).status_code == 404
    assert client.post(f"{other.get_absolute_url()}cancel/").status_code == 404


def test_a_running_job_shows_how_far_it_is_and_can_be_cancelled(client, user):
    job = JobFactory(requested_by=user, state=JobState.RUNNING, done=5, total=10, heartbeat_at=timezone.now())
    page = client.get(job.get_absolute_url()).content.decode()
    assert '<progress id="job-progress" value="5" max="10">' in page
    client.post(f"{job.get_absolute_url()}cancel/")
    job.refresh_from_db()
    assert job.cancel_requested
    assert "Cancellation has been requested" in client.get(job.get_absolute_url()).content.decode()


def test_a_finished_job_gives_its_file(client, user):
    path = default_storage.save("jobs/list.xlsx", ContentFile(b"rows"))
    job = JobFactory(
        requested_by=user,
        state=JobState.SUCCEEDED,
        result_file=path,
        result_name="list.xlsx",
        expires_at=timezone.now(),
        finished_at=timezone.now(),
    )
    assert "list.xlsx" in client.get(job.get_absolute_url()).content.decode()
    response = client.get(f"{job.get_absolute_url()}result/")
    assert b"".join(response.streaming_content) == b"rows"
    assert response.headers["Content-Disposition"] == 'attachment; filename="list.xlsx"'
    default_storage.delete(path)
    assert client.get(f"{job.get_absolute_url()}result/").status_code == 404


def test_import_runs_are_for_administrators(client):
    run = ImportRunFactory()
    ImportRowFactory(
        run=run, verdict="rejected", messages=[{"field": "country", "value": "XX", "text": "Give a code."}]
    )
    assert client.get(run.get_absolute_url()).status_code == 404
    assert run.file_name not in client.get("/imports/").content.decode()
    client.force_login(UserFactory(admin=True))
    assert run.file_name in client.get("/imports/").content.decode()
    assert "Give a code." in client.get(run.get_absolute_url()).content.decode()
