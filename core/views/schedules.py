"""Reports that come by themselves: their list, keeping one, pausing it, and stopping its mails."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from core.forms.reports import FORMAT_NAMES, OutputForm, ScheduleForm
from core.lookup import find
from core.models import Job, ReportSchedule
from core.reports.making import KIND, values_of
from core.reports.registry import reports
from core.reports.report import Format
from core.services.schedules import pause_schedule, save_schedule, stop_mail
from core.views.reports import report_of, title_of

LATEST_RUNS = 10


@never_cache
@login_required
@require_safe
def schedule_list(request: HttpRequest) -> HttpResponse:
    rows = ReportSchedule.objects.visible_to(request.user).select_related("owner").order_by("name", "pk")
    return render(request, "core/reports/schedules.html", {"rows": rows})


@never_cache
@login_required
@require_safe
def schedule_page(request: HttpRequest, public_id: str) -> HttpResponse:
    schedule = _own(request, public_id)
    report = reports().get(schedule.parameters.get("report", ""))
    runs = Job.objects.visible_to(request.user).filter(kind=KIND, parameters__schedule=schedule.public_id)
    context = {
        "schedule": schedule,
        "report": report,
        "format_name": FORMAT_NAMES.get(schedule.parameters.get("format", "")),
        "recipients": schedule.recipients.order_by("email"),
        "runs": runs.order_by("-created_at")[:LATEST_RUNS],
    }
    return render(request, "core/reports/schedule.html", context)


@never_cache
@login_required
def new_schedule(request: HttpRequest) -> HttpResponse:
    """The address carries the report's own choices, as its form sent them."""
    report = report_of(request, request.GET.get("kind", ""))
    choices = report.form(request.GET, request.user, timezone.localdate())
    output = OutputForm(request.GET, report=report, has_parts=report.has_parts)
    if not (choices.is_valid() and output.is_valid()):
        return redirect(f"{reverse('core:report-new')}?{request.GET.urlencode()}&preview=1")
    chosen = output.cleaned_data
    parameters = {
        "report": report.kind,
        "format": Format(chosen["format"]).value,
        "language": chosen["language"],
        "values": values_of(request.GET, report),
    } | ({"by_part": True} if chosen.get("by_part") else {})
    return _edit(request, ReportSchedule(parameters=parameters), {"name": title_of(report, choices)})


@never_cache
@login_required
def edit_schedule(request: HttpRequest, public_id: str) -> HttpResponse:
    schedule = _own(request, public_id)
    addresses = "\n".join(schedule.recipients.order_by("email").values_list("email", flat=True))
    return _edit(request, schedule, {"recipients": addresses})


def _edit(request: HttpRequest, schedule: ReportSchedule, initial: dict[str, Any]) -> HttpResponse:
    user: Any = request.user
    form = ScheduleForm(request.POST or None, instance=schedule, initial=initial)
    if request.method == "POST" and form.is_valid():
        owner = schedule.owner if schedule.pk else user
        addresses = form.cleaned_data["recipients"]
        save_schedule(schedule=form.instance, recipients=addresses, now=timezone.now(), owner=owner)
        messages.success(request, _("The report will come by itself."))
        return redirect(schedule)
    context = {"form": form, "schedule": schedule, "report": reports().get(schedule.parameters["report"])}
    return render(request, "core/reports/schedule_form.html", context, status=422 if form.errors else 200)


@login_required
@require_POST
def pause(request: HttpRequest, public_id: str) -> HttpResponse:
    """Pauses a running schedule, and lets a paused one go on."""
    schedule = _own(request, public_id)
    pause_schedule(schedule=schedule, is_paused=not schedule.is_paused, now=timezone.now())
    messages.success(request, _("The schedule is paused.") if schedule.is_paused else _("The schedule goes on."))
    return redirect(schedule)


@login_required
@require_POST
def delete(request: HttpRequest, public_id: str) -> HttpResponse:
    _own(request, public_id).delete()
    messages.success(request, _("The schedule is deleted. Reports that were made stay until their end of keeping."))
    return redirect("core:schedule-list")


@csrf_exempt
@never_cache
def stop(request: HttpRequest, token: UUID) -> HttpResponse:
    """Of whoever has the mail; a mail program may stop it by itself (RFC 8058), so no cookie is asked for."""
    if request.method == "POST":
        recipient = stop_mail(token=token, now=timezone.now())
        if recipient is None:
            raise Http404
        return render(request, "core/reports/stopped.html", {"recipient": recipient})
    return render(request, "core/reports/stop.html", {})


def _own(request: HttpRequest, public_id: str) -> Any:
    return find(ReportSchedule.objects.visible_to(request.user), public_id)
