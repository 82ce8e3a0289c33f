"""Activities by spreadsheet: the template, trying a file, and saving what was tried."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from campaigns.exports.activity_template import write_template
from campaigns.importers.activities import (
    KIND,
    MOST_BYTES,
    MOST_ROWS,
    ROWS_AT_ONCE,
    Refused,
    commit_activities,
    preview_activities,
)
from core.enums import ImportState, RowVerdict
from core.importers.parse.problems import Unreadable
from core.importers.texts import as_message
from core.models import ImportRun, User
from core.services.jobs import request_job
from core.tasks import enqueue

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ROWS_SHOWN = 200


def _partner(request: HttpRequest) -> User:
    """Who imports: a campaign partner or an administrator."""
    user = request.user
    if not isinstance(user, User) or not user.has_perm("campaigns.add_activity"):
        raise PermissionDenied
    return user


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def start_import(request: HttpRequest) -> HttpResponse:
    """Choose a file; it is tried, and nothing is saved yet."""
    user, problem = _partner(request), ""
    file: Any = request.FILES.get("file")
    if request.method == "POST":
        if file is None:
            problem = _("Choose a file.")
        elif file.size > MOST_BYTES:
            problem = _("The file is larger than %(most)d MB. Split it.") % {"most": MOST_BYTES // 1024**2}
        else:
            try:
                run = preview_activities(
                    actor=user,
                    file_name=file.name,
                    data=file.read(),
                    reason=_("Import of %(file)s") % {"file": file.name},
                    clock=timezone.now,
                )
                return HttpResponseRedirect(reverse("campaigns:activity-import-run", args=[run.public_id]))
            except Unreadable as error:
                message = as_message(error.problem, {})
                problem = " ".join(filter(None, (_(message["text"]), message["field"], message["value"])))
    context = {"problem": problem, "most_rows": MOST_ROWS, "most_mb": MOST_BYTES // 1024**2}
    return render(request, "campaigns/outreach/import_start.html", context, status=400 if problem else 200)


@login_required
@require_GET
def template(request: HttpRequest) -> HttpResponse:
    response = HttpResponse(write_template(_partner(request)), content_type=XLSX)
    response["Content-Disposition"] = 'attachment; filename="activities.xlsx"'
    return response


@never_cache
@login_required
@require_GET
def show_run(request: HttpRequest, public_id: str) -> HttpResponse:
    """What became of each row, and what is wrong by column."""
    run = _own_run(request, public_id)
    rows = run.rows.exclude(verdict=RowVerdict.CREATED) if run.rejected_count else run.rows.all()
    context = {
        "run": run,
        "rows": rows.order_by("number")[:ROWS_SHOWN],
        "rows_shown": ROWS_SHOWN,
        "may_save": run.state == ImportState.PREVIEWED and run.created_count and not run.rejected_count,
    }
    return render(request, "campaigns/outreach/import_run.html", context)


@login_required
@require_POST
def save_run(request: HttpRequest, public_id: str) -> HttpResponse:
    """Saves what was tried; a long file is saved by a worker."""
    user, run = _partner(request), _own_run(request, public_id)
    if run.read_count > ROWS_AT_ONCE:
        title = _("Import of %(file)s") % {"file": run.file_name}
        job = request_job(
            kind="activity-import", title=title, parameters={"run": run.public_id}, user=user, now=timezone.now()
        )
        enqueue(job)
        return HttpResponseRedirect(job.get_absolute_url())
    try:
        saved = commit_activities(run, actor=user, clock=timezone.now)
    except Refused:
        messages.error(request, _("Rows are refused by now. Try the file again to see which."))
        return HttpResponseRedirect(reverse("campaigns:activity-import"))
    return HttpResponseRedirect(reverse("campaigns:activity-import-run", args=[saved.public_id]))


def _own_run(request: HttpRequest, public_id: str) -> ImportRun:
    """A run of one's own: it holds rows as they were read."""
    run = ImportRun.objects.filter(kind=KIND, actor=_partner(request), public_id=public_id).first()
    if run is None:
        raise Http404(_("No record has this identifier."))
    return run
