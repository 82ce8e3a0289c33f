"""Making reports on pages: at once where they are short, by a worker where not; kept, shown and repeated."""

import pytest
from django.core import mail

from core import tasks
from core.enums import JobState
from core.models import Job, ReportSchedule
from core.views import reports
from tests.factories.core import ReportRecipientFactory, ReportScheduleFactory, UserFactory

pytestmark = pytest.mark.django_db
FORM = "/reports/new/?kind=outreach-log"
SENT = {"period": "all", "format": "html", "language": "en"}


@pytest.fixture
def user(client):
    user = UserFactory()
    client.force_login(user)
    return user


@pytest.fixture(autouse=True)
def queue(monkeypatch):
    sent = []
    monkeypatch.setattr(tasks.run_job, "apply_async", lambda arguments, queue: sent.append(arguments[0]))
    monkeypatch.setattr(tasks.send_job_mail, "apply_async", lambda arguments, queue: tasks.send_job_mail(*arguments))
    return sent


def test_everyone_sees_the_kinds_and_signs_in_to_make_one(client):
    page = client.get("/reports/").content.decode()
    assert "Outreach log" in page
    assert client.get(FORM).headers["Location"].startswith("/accounts/login/")


def test_an_unknown_kind_is_not_found(client, user):
    assert client.get("/reports/new/?kind=nothing").status_code == 404
    assert "Outreach log" in client.get("/reports/new/").content.decode()


def test_the_form_takes_values_of_the_address_and_previews(client, user):
    assert '<option value="last-year" selected>' in client.get(f"{FORM}&period=last-year").content.decode()
    response = client.post(FORM, SENT | {"preview": "1"})
    assert response.status_code == 200
    assert "What it would be about" in response.content.decode()
    assert not Job.objects.exists()


def test_wrong_days_are_refused_by_field(client, user):
    response = client.post(FORM, SENT | {"period": "days", "since": "2026-03-02", "until": "2026-03-01"})
    assert response.status_code == 422
    assert "The last day is before the first one." in response.content.decode()
    assert not Job.objects.exists()


def test_a_short_report_is_there_at_once(client, user, queue):
    response = client.post(FORM, SENT, follow=True)
    job = Job.objects.get()
    assert (job.state, job.title) == (JobState.SUCCEEDED, "Outreach log: Everything up to today")
    assert queue == []
    page = response.content.decode()
    assert response.redirect_chain[-1][0] == job.get_absolute_url() == f"/reports/{job.public_id}/"
    assert "Open the report" in page
    assert job.result_sha256 in page


def test_the_page_of_a_report_may_not_run_or_fetch_anything(client, user):
    client.post(FORM, SENT)
    response = client.get(f"{Job.objects.get().get_absolute_url()}view/")
    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "style-src 'sha256-" in policy
    assert response.content.startswith(b"<!doctype html>")


def test_a_long_report_is_made_by_a_worker_and_announced_on_the_next_page(
    client, user, queue, monkeypatch, django_capture_on_commit_callbacks
):
    monkeypatch.setattr(reports, "AT_ONCE", -1)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(FORM, SENT)
    job = Job.objects.get()
    assert (job.state, queue) == (JobState.QUEUED, [job.pk])
    assert "is ready." not in client.get("/help/").content.decode()
    tasks.run_job(job.pk)
    assert f'<a href="/reports/{job.public_id}/">' in client.get("/help/").content.decode()
    assert "is ready." not in client.get("/help/").content.decode()


def test_a_mail_comes_where_it_was_asked_for(client, user):
    client.post(FORM, SENT | {"mail_when_done": "on"})
    [message] = mail.outbox
    assert message.to == [user.email]
    assert message.subject.endswith("is ready")
    assert Job.objects.get().get_absolute_url() in message.body


def test_reports_are_their_makers_alone(client, user):
    client.post(FORM, SENT)
    job = Job.objects.get()
    client.force_login(UserFactory())
    for path in ("", "view/"):
        assert client.get(f"{job.get_absolute_url()}{path}").status_code == 404
    assert client.post(f"{job.get_absolute_url()}retry/").status_code == 404


def test_it_can_be_made_again(client, user, queue, django_capture_on_commit_callbacks):
    client.post(FORM, SENT)
    old = Job.objects.get()
    with django_capture_on_commit_callbacks(execute=True):
        client.post(f"{old.get_absolute_url()}retry/")
    new = Job.objects.exclude(pk=old.pk).get()
    assert (new.retry_of, new.parameters, queue) == (old, old.parameters, [new.pk])


def test_a_schedule_is_made_from_the_form_and_sends_its_report(client, user, queue):
    response = client.post(FORM, SENT | {"format": "csv", "regularly": "1"})
    assert response.headers["Location"].startswith("/reports/schedules/new/?kind=outreach-log&")
    address = response.headers["Location"]
    assert client.get(address).status_code == 200
    given = {"name": "Ours", "frequency": "monthly", "weekday": 1, "day": 1, "hour": 7, "time_zone": "Europe/Paris"}
    wrong = client.post(address, given | {"recipients": "a@example.org\nnobody", "time_zone": "Mars"})
    assert wrong.status_code == 422
    assert "nobody is no e-mail address." in wrong.content.decode()
    client.post(address, given | {"recipients": "a@example.org"})
    schedule = ReportSchedule.objects.get()
    ReportSchedule.objects.update(next_run_at="2020-01-01T00:00Z")
    tasks.run_schedules()
    job = Job.objects.get()
    tasks.run_job(job.pk)
    [message] = mail.outbox
    assert (message.to, message.subject) == (["a@example.org"], "Ours")
    assert message.attachments[0][0].startswith("outreach-log-")
    assert schedule.recipients.get().token.hex in message.extra_headers["List-Unsubscribe"].replace("-", "")
    page = client.get(schedule.get_absolute_url()).content.decode()
    assert job.get_absolute_url() in page


def test_a_failed_run_says_so_to_its_owner(client, user):
    schedule = ReportScheduleFactory(owner=user, parameters={"report": "gone", "format": "csv", "language": "en"})
    ReportRecipientFactory(schedule=schedule)
    ReportSchedule.objects.update(next_run_at="2020-01-01T00:00Z")
    tasks.run_schedules()
    tasks.run_job(Job.objects.get().pk)
    [message] = mail.outbox
    assert (message.to, message.subject) == ([user.email], "Test schedule could not be made")
    assert "This kind of report is not made any more." in message.body


def test_schedules_are_their_owners_alone(client, user):
    other = ReportScheduleFactory()
    for path in ("", "edit/"):
        assert client.get(f"{other.get_absolute_url()}{path}").status_code == 404
    for path in ("pause/", "delete/"):
        assert client.post(f"{other.get_absolute_url()}{path}").status_code == 404
    assert other.name not in client.get("/reports/schedules/").content.decode()


def test_a_schedule_is_changed_paused_and_deleted(client, user):
    schedule = ReportScheduleFactory(owner=user)
    assert schedule.name in client.get("/reports/schedules/").content.decode()
    assert client.get(f"{schedule.get_absolute_url()}edit/").status_code == 200
    client.post(f"{schedule.get_absolute_url()}pause/")
    schedule.refresh_from_db()
    assert schedule.is_paused
    client.post(f"{schedule.get_absolute_url()}delete/")
    assert not ReportSchedule.objects.exists()


def test_a_reader_stops_the_mails_without_signing_in(client):
    recipient = ReportRecipientFactory()
    address = f"/reports/schedules/stop/{recipient.token}/"
    assert client.get(address).status_code == 200
    recipient.refresh_from_db()
    assert recipient.stopped_at is None
    assert recipient.email in client.post(address).content.decode()
    recipient.refresh_from_db()
    assert recipient.stopped_at is not None
    assert client.post("/reports/schedules/stop/00000000-0000-4000-8000-000000000000/").status_code == 404
