"""Reports: choosing one, trying it, having it made, and what was made before."""

import datetime
from typing import Any

from csp.decorators import csp_replace
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.files.storage import default_storage
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from core.enums import JobState
from core.forms.reports import FORMAT_NAMES, OutputForm
from core.listing.records import REPORTS
from core.lookup import find
from core.models import Job, User
from core.notices import remember
from core.reports.document import Figure
from core.reports.html import style_hash
from core.reports.making import KIND, request_report, values_of
from core.reports.registry import reports, reports_for
from core.reports.report import Asked, Format, Report, ReportForm
from core.services.jobs import request_once
from core.tasks import enqueue, run_job
from core.views.jobs import JobView
from core.views.listing import ListingView

# Reports of so many rows appear at once; longer ones are made by a worker.
AT_ONCE = 2_000


class ReportListView(ListingView):
    """What was made, one's own; above it what can be made."""

    template_name = "core/reports/list.html"

    def context(self, selection: Any) -> dict[str, Any]:
        return super().context(selection) | {"kinds": reports_for(self.request.user)}


@never_cache
@login_required
def new_report(request: HttpRequest) -> HttpResponse:
    """Without `kind` the kinds; with one its form. `preview` tells how much it would be, POST has it made."""
    kind = request.GET.get("kind", "")
    if not kind:
        return render(request, "core/reports/kinds.html", {"kinds": reports_for(request.user)})
    report = report_of(request, kind)
    if request.method != "POST" and "preview" not in request.GET:
        return _page(request, report, *_begun(request, report))
    sent = request.POST if request.method == "POST" else request.GET
    form = report.form(sent, request.user, timezone.localdate())
    output = OutputForm(sent, report=report, has_parts=report.has_parts)
    if not form.is_valid() & output.is_valid():
        return _page(request, report, form, output)
    if "preview" in sent:
        return _page(request, report, form, output, _preview(request, report, form, output))
    if "regularly" in sent:
        return redirect(f"{reverse('core:schedule-new')}?{_address(report, request.POST)}")
    return _make(request, report, form, output)


def _begun(request: HttpRequest, report: Report) -> tuple[ReportForm, OutputForm]:
    """The forms as they are opened: with what the address says, else with what is usual."""
    form = report.form(None, request.user, timezone.localdate())
    form.initial = {**form.initial, **{name: text for name, text in request.GET.items() if name in form.fields}}
    return form, OutputForm(None, report=report, has_parts=report.has_parts)


def _page(
    request: HttpRequest, report: Report, form: ReportForm, output: OutputForm, preview: list[Figure] | None = None
) -> HttpResponse:
    context = {"report": report, "form": form, "output": output, "preview": preview}
    return render(request, "core/reports/new.html", context, status=422 if form.errors or output.errors else 200)


def _address(report: Report, sent: QueryDict) -> str:
    """What was chosen, as the query of an address."""
    chosen = QueryDict(mutable=True)
    chosen["kind"] = report.kind
    for name in (*report.form_class.base_fields, *OutputForm.base_fields):
        if any(sent.getlist(name)):
            chosen.setlist(name, sent.getlist(name))
    return chosen.urlencode()


def report_of(request: HttpRequest, kind: str) -> Report:
    report = reports().get(kind)
    if report is None or not report.may_make(request.user):
        raise Http404(_("There is no such report, or not for you."))
    return report


def _asked(user: Any, form: ReportForm, language: str, now: datetime.datetime) -> Asked:
    return Asked(user, form, now, language)


def _preview(request: HttpRequest, report: Report, form: ReportForm, output: OutputForm) -> list[Any]:
    return report.preview(_asked(request.user, form, output.cleaned_data["language"], timezone.now()))


def _make(request: HttpRequest, report: Report, form: ReportForm, output: OutputForm) -> HttpResponse:
    """A short report is made at once, any other by a worker; either way there is a job that keeps it."""
    user: Any = request.user
    chosen, now = output.cleaned_data, timezone.now()
    with override(chosen["language"]):
        figures = report.preview(_asked(user, form, chosen["language"], now))
        title = title_of(report, form)
    by_part = bool(chosen.get("by_part"))
    job, is_new = request_report(
        report=report,
        form=Format(chosen["format"]),
        language=chosen["language"],
        values=values_of(request.POST, report),
        user=user,
        now=now,
        title=title,
        by_part=by_part,
        mail_when_done=chosen["mail_when_done"],
    )
    if is_new and not by_part and (figures[0].value or 0) <= AT_ONCE:
        run_job(job.pk)
    elif is_new:
        enqueue(job)
        remember(request, job)
    return redirect(job)


def title_of(report: Report, form: ReportForm) -> str:
    """Kind and what was chosen: "Outreach log: Make ICT Fair, Last quarter"."""
    said = ", ".join(text for _label, text in form.in_words())
    return f"{report.title}: {said}" if said else str(report.title)


class ReportView(JobView):
    """One report that was asked for."""

    template_name = "core/reports/detail.html"

    def queryset(self, request: HttpRequest) -> Any:
        return Job.objects.visible_to(request.user).filter(kind=KIND)

    def details(self, request: HttpRequest, record: Any) -> dict[str, Any]:
        report = reports().get(record.parameters.get("report", ""))
        form = record.parameters.get("format", "")
        return super().details(request, record) | {
            "crumbs": [
                {"label": str(REPORTS.title), "url": REPORTS.get_absolute_url()},
                {"label": str(record), "url": ""},
            ],
            "report": report,
            "format_name": FORMAT_NAMES.get(form, form),
            "can_view": form == Format.HTML
            and record.state == JobState.SUCCEEDED
            and not record.parameters.get("by_part"),
            "parts": list(record.parts.order_by("pk")) if record.parameters.get("by_part") else [],
        }


def is_page(job: Job) -> bool:
    return job.result_name.endswith(f".{Format.HTML}")


@csp_replace({"default-src": ["'none'"], "style-src": [style_hash()], "img-src": ["data:"]})  # type: ignore[arg-type]
@login_required
def view_report(request: HttpRequest, public_id: str) -> HttpResponse:
    """A report kept as a page, byte for byte as it is downloaded. It may not run or fetch anything."""
    job = find(Job.objects.visible_to(request.user).filter(kind=KIND), public_id)
    if job.state != JobState.SUCCEEDED or not is_page(job) or not default_storage.exists(job.result_file):
        raise Http404(_("This file is not kept any more."))
    with default_storage.open(job.result_file) as file:
        return HttpResponse(file.read(), content_type="text/html; charset=utf-8")


@login_required
@require_POST
def retry_report(request: HttpRequest, public_id: str) -> HttpResponse:
    """The same wish again, as a job of its own."""
    old = find(Job.objects.visible_to(request.user).filter(kind=KIND), public_id)
    if not isinstance(old.requested_by, User) or old.requested_by != request.user:
        raise Http404
    job, is_new = request_once(
        kind=KIND,
        title=old.title,
        parameters=old.parameters,
        user=old.requested_by,
        now=timezone.now(),
        retry_of=old,
        mail_when_done=old.mail_when_done,
    )
    if is_new:
        enqueue(job)
        remember(request, job)
    messages.success(request, _("It is being made again."))
    return redirect(job)
