"""Pages of an activity: what it says, its moves, and the page to change it."""

from typing import Any, cast

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views import View
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from campaigns.enums.outreach import PeopleShown
from campaigns.forms.outreach import ActivityForm
from campaigns.models import Activity
from campaigns.queries.activity_page import activity_page
from campaigns.services.outreach.workflow import MOVES, make_move, moves_open_to
from core.lookup import Merged, find
from core.models import PublicRecord
from core.views.records import RecordView, crumbs_of


class ActivityView(RecordView):
    """One activity with its figures, everybody who took part, and what its reader may do with it."""

    model = Activity
    template_name = "campaigns/outreach/activity_detail.html"
    page = "activity"

    def queryset(self, request: HttpRequest) -> Any:
        return super().queryset(request).for_listing().select_related("event").prefetch_related("stops__country")

    def details(self, request: HttpRequest, record: PublicRecord) -> dict[str, Any]:
        assert isinstance(record, Activity)  # noqa: S101 (narrows the type)
        page = activity_page(record, request.user)
        return {
            "shown": page,
            "moves": moves_open_to(request.user, record) if page.is_own else [],
            "may_add_files": page.is_own and request.user.has_perm("campaigns.add_evidence", record),
            "may_publish": page.is_own and request.user.has_perm("campaigns.publish_evidence", record),
            "people": PeopleShown.choices,
            "limits": {"file": settings.EVIDENCE_LARGEST_FILE, "all": settings.EVIDENCE_LARGEST_SUM},
            "may_change": page.is_own and request.user.has_perm("campaigns.change_activity", record),
        }


def found_activity(request: HttpRequest, public_id: str) -> Activity:
    """The activity that the reader may see; a merged one is the survivor."""
    rows = Activity.objects.visible_to(request.user).select_related("lead__organisation", "project", "event")
    try:
        return find(rows, public_id)
    except Merged as merged:
        return cast(Activity, merged.survivor)


@require_POST
@login_required
def move_activity(request: HttpRequest, public_id: str, move: str) -> HttpResponse:
    """One move of the workflow, with a comment."""
    activity = found_activity(request, public_id)
    if move not in MOVES:
        raise Http404
    try:
        make_move(
            MOVES[move],
            actor=request.user,  # type: ignore[arg-type]
            activity=activity,
            comment=request.POST.get("comment", ""),
            now=timezone.now(),
        )
    except ValidationError as error:
        for text in error.messages:
            messages.error(request, text)
    else:
        messages.success(request, _("Now: %(state)s.") % {"state": activity.get_state_display()})
    return HttpResponseRedirect(f"{activity.get_absolute_url()}#decide")


@method_decorator([never_cache, login_required], name="dispatch")
class ActivityEditView(View):
    """For the partner that leads it, as long as it has not been handed in, and for administrators."""

    def get(self, request: HttpRequest, public_id: str) -> HttpResponse:
        return self.answer(request, *self.form(request, public_id))

    def post(self, request: HttpRequest, public_id: str) -> HttpResponse:
        form, activity = self.form(request, public_id)
        if form.is_valid() and form.save(reason=_reason(request), now=timezone.now()):
            messages.success(request, _("Saved."))
            return HttpResponseRedirect(activity.get_absolute_url())
        return self.answer(request, form, activity)

    def form(self, request: HttpRequest, public_id: str) -> tuple[ActivityForm, Activity]:
        activity = found_activity(request, public_id)
        if not request.user.has_perm("campaigns.change_activity", activity):
            raise PermissionDenied
        data = request.POST if request.method == "POST" else None
        form = ActivityForm(data, user=request.user, today=timezone.localdate(), activity=activity)  # type: ignore[arg-type]
        return form, activity

    def answer(self, request: HttpRequest, form: ActivityForm, activity: Activity) -> HttpResponse:
        crumbs = [*crumbs_of(activity)[:-1], {"label": str(activity), "url": activity.get_absolute_url()}]
        context = {"form": form, "record": activity, "crumbs": [*crumbs, {"label": _("Change"), "url": ""}]}
        return render(request, "campaigns/outreach/activity_edit.html", context)


def _reason(request: HttpRequest) -> str:
    return request.POST.get("reason", "").strip()[:300] or _("Changed by its partner")
