"""Mails that go with jobs: that a file is there, that it could not be made, and a schedule's report itself."""

from pathlib import PurePath
from typing import Any

from django.conf import settings
from django.core.files.storage import default_storage
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from core.enums import JobState
from core.models import Job, ReportSchedule

# Larger files are left where they are, and the mail links to them.
LARGEST_ATTACHMENT = 8 * 1024**2
DONE, REPORT = "core/reports/mail_done.txt", "core/reports/mail_report.txt"


def mail_about(job: Job) -> int:
    """Sends what is due about a job that ended; says how many mails."""
    if job.state == JobState.CANCELLED:
        return 0
    with translation.override(job.parameters.get("language") or settings.LANGUAGE_CODE):
        schedule = ReportSchedule.objects.filter(public_id=job.parameters.get("schedule") or "").first()
        if schedule is not None and job.state == JobState.SUCCEEDED:
            return _deliver(job, schedule)
        if schedule is not None or job.mail_when_done:
            return _tell_owner(job)
        return 0


def _tell_owner(job: Job) -> int:
    if job.requested_by is None or not job.requested_by.is_active:
        return 0
    failed = job.state != JobState.SUCCEEDED
    subject = _("%(title)s could not be made") if failed else _("%(title)s is ready")
    context = {"job": job, "failed": failed, "url": settings.BASE_URL + job.get_absolute_url()}
    return _send(job, subject, DONE, context, job.requested_by.email)


def _deliver(job: Job, schedule: ReportSchedule) -> int:
    attached = (job.result_size or 0) <= LARGEST_ATTACHMENT
    about = {
        "job": job,
        "schedule": schedule,
        "attached": attached,
        "url": settings.BASE_URL + job.get_absolute_url(),
    }
    sent = 0
    for recipient in schedule.recipients.filter(stopped_at__isnull=True).order_by("pk"):
        stop_url = settings.BASE_URL + reverse("core:schedule-stop", args=[recipient.token])
        headers = {"List-Unsubscribe": f"<{stop_url}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
        context = {**about, "stop_url": stop_url}
        address = recipient.email
        sent += _send(job, "%(title)s", REPORT, context, address, attached=attached, headers=headers)
    return sent


def _send(
    job: Job, subject: str, template: str, context: dict[str, Any], address: str, *, attached: bool = False, **more: Any
) -> int:
    message = EmailMessage(subject % {"title": job.title}, render_to_string(template, context), to=[address], **more)
    if attached:
        with default_storage.open(job.result_file) as file:
            kind = "application/pdf" if PurePath(job.result_name).suffix == ".pdf" else None
            message.attach(job.result_name, file.read(), kind or "application/octet-stream")
    return message.send()
