"""Jobs: their list, their page, cancelling them, and what they made."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.enums import JobState
from core.lookup import find
from core.models import Job
from core.services.jobs import cancel_job
from core.views.listing import ListingView
from core.views.records import RecordView


class JobListView(LoginRequiredMixin, ListingView):
    """One's own jobs; administrators see all."""


class JobView(LoginRequiredMixin, RecordView):
    model = Job
    template_name = "core/job_detail.html"

    def details(self, request: HttpRequest, record: Any) -> dict[str, Any]:
        return {"has_ended": record.has_ended, "has_file": bool(record.result_file)}


@login_required
@require_POST
def cancel(request: HttpRequest, public_id: str) -> HttpResponse:
    job = find(Job.objects.visible_to(request.user), public_id)
    cancel_job(job=job, now=timezone.now())
    messages.success(request, _("The job will stop."))
    return redirect(job)


@login_required
def result(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """The file that the job made, for who may see the job."""
    job = find(Job.objects.visible_to(request.user), public_id)
    if job.state != JobState.SUCCEEDED or not default_storage.exists(job.result_file):
        raise Http404(_("This file is not kept any more."))
    return FileResponse(default_storage.open(job.result_file), as_attachment=True, filename=job.result_name)
