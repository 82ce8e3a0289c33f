"""What partners and coordinators do on an indicator's page: report, decide, close a period, link an activity."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from campaigns.enums.results import PeriodState
from campaigns.forms.results import DecisionForm, LinkForm, PeriodMoveForm, UpdateForm, own_partners
from campaigns.models import Activity, ActivityIndicator, Indicator, IndicatorPeriod, IndicatorUpdate
from campaigns.queries.results.fitting import fitting
from campaigns.queries.results.progress import period_on
from campaigns.services.results.links import link_activity, unlink_activity
from campaigns.services.results.periods import move_period
from campaigns.services.results.updates import (
    approve_update,
    change_update,
    record_update,
    return_update,
    submit_update,
)
from core.lookup import find

FORM = "campaigns/results/form.html"
DECISIONS: dict[str, Any] = {"submit": submit_update, "return": return_update, "approve": approve_update}


def _indicator(request: HttpRequest, public_id: str) -> Indicator:
    return find(Indicator.objects.visible_to(request.user).for_listing(), public_id)


def _update(request: HttpRequest, public_id: str, update: int) -> IndicatorUpdate:
    rows = IndicatorUpdate.objects.visible_to(request.user).filter(period__indicator__public_id=public_id)
    return get_object_or_404(
        rows.select_related("period__indicator__result__project", "partner__organisation"), pk=update
    )


def add_errors(form: Any, error: ValidationError) -> None:
    """The service's refusal at the fields of the form that it names."""
    problems = error.message_dict if hasattr(error, "error_dict") else {"": error.messages}
    for field, texts in problems.items():
        form.add_error(field if field in form.fields else None, texts)


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def new_update(request: HttpRequest, public_id: str) -> HttpResponse:
    """A draft, or handed in at once."""
    indicator = _indicator(request, public_id)
    partners = own_partners(request.user, indicator)
    if not partners.exists():
        raise PermissionDenied
    open_now = period_on(list(indicator.periods.filter(state=PeriodState.OPEN)), timezone.localdate())
    form = UpdateForm(
        request.POST or None, indicator=indicator, partners=partners, initial={"period": open_now and open_now.pk}
    )
    if request.method == "POST" and form.is_valid() and _recorded(request, form):
        return HttpResponseRedirect(indicator.get_absolute_url())
    return render(request, FORM, _context(form, indicator, _("Report on an indicator")))


def _recorded(request: HttpRequest, form: UpdateForm) -> bool:
    user: Any = request.user
    data = form.cleaned_data
    try:
        update = record_update(
            actor=user,
            reason=_("Reported"),
            period=data["period"],
            partner=data["partner"],
            entry=form.entry(),
            now=timezone.now(),
        )
        _hand_in_if_asked(request, update)
    except ValidationError as error:
        add_errors(form, error)
        return False
    return True


def _hand_in_if_asked(request: HttpRequest, update: IndicatorUpdate) -> None:
    user: Any = request.user
    if "hand_in" in request.POST:
        submit_update(actor=user, update=update, now=timezone.now())
        messages.success(request, _("Handed in. It counts as soon as it is approved."))
    else:
        messages.success(request, _("Kept as a draft."))


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def edit_update(request: HttpRequest, public_id: str, update: int) -> HttpResponse:
    """While it is a draft or was returned."""
    held, user = _update(request, public_id, update), request.user
    if not user.has_perm("campaigns.change_indicatorupdate", held):
        raise PermissionDenied
    indicator = held.period.indicator
    form = UpdateForm(
        request.POST or None, indicator=indicator, partners=None, update=held, initial=UpdateForm.values_of(held)
    )
    if request.method == "POST" and form.is_valid():
        try:
            changed = change_update(
                actor=user,  # type: ignore[arg-type]
                reason=_("Changed before approval"),
                update=held,
                entry=form.entry(),
                now=timezone.now(),
            )
            _hand_in_if_asked(request, changed)
            return HttpResponseRedirect(indicator.get_absolute_url())
        except ValidationError as error:
            add_errors(form, error)
    return render(request, FORM, _context(form, indicator, _("Change an update")))


def _context(form: Any, indicator: Indicator, title: str) -> dict[str, Any]:
    return {"form": form, "title": title, "subject": indicator, "hands_in": True}


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def decide(request: HttpRequest, public_id: str, update: int) -> HttpResponse:
    """One update with its trail, and what the viewer may do with it."""
    held, user = _update(request, public_id, update), request.user
    form = DecisionForm(request.POST or None)
    decision = DECISIONS.get(request.POST.get("decision", ""))
    if request.method == "POST" and decision and form.is_valid():
        try:
            comment = form.cleaned_data["comment"]
            decision(actor=user, update=held, comment=comment, now=timezone.now())
            messages.success(request, _("Done; it stands in the trail."))
            return HttpResponseRedirect(held.period.indicator.get_absolute_url())
        except ValidationError as error:
            add_errors(form, error)
    is_own = user.has_perm("campaigns.change_indicatorupdate", held)
    decides = user.has_perm("campaigns.decide_indicatorupdate", held)
    trail = held.decisions.select_related("actor") if is_own or decides else ()
    context = {"update": held, "form": form, "is_own": is_own, "decides": decides, "trail": trail}
    return render(request, "campaigns/results/update_detail.html", context)


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def move(request: HttpRequest, public_id: str, period: int, target: str) -> HttpResponse:
    """Locks, reports or opens a period."""
    indicator = _indicator(request, public_id)
    held = get_object_or_404(IndicatorPeriod, pk=period, indicator=indicator)
    titles = {
        PeriodState.LOCKED: _("Lock the period"),
        PeriodState.REPORTED: _("Mark the period as reported"),
        PeriodState.OPEN: _("Open the period again"),
    }
    if target not in titles:
        raise Http404
    if not request.user.has_perm("campaigns.close_indicatorperiod", held):
        raise PermissionDenied
    form = PeriodMoveForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            user: Any = request.user
            move_period(actor=user, reason=form.cleaned_data["reason"], period=held, target=PeriodState(target))
            return HttpResponseRedirect(indicator.get_absolute_url())
        except ValidationError as error:
            add_errors(form, error)
    context = {"form": form, "title": titles[PeriodState(target)], "subject": indicator, "period": held}
    return render(request, FORM, context)


@login_required
@require_POST
def link(request: HttpRequest, public_id: str) -> HttpResponse:
    """Lets an activity feed an indicator; from the activity's page."""
    activity = find(Activity.objects.visible_to(request.user), public_id)
    choices = Indicator.objects.filter(pk__in=[row.pk for row, _fits in fitting(activity)])
    form = LinkForm(request.POST, indicators=choices)
    user: Any = request.user
    try:
        if form.is_valid():
            link_activity(actor=user, activity=activity, indicator=form.cleaned_data["indicator"])
        else:
            messages.error(request, _("Choose an indicator of the project that this activity can feed."))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return HttpResponseRedirect(_back(activity))


@login_required
@require_POST
def unlink(request: HttpRequest, public_id: str, link: int) -> HttpResponse:
    """Takes the activity off an indicator."""
    activity = find(Activity.objects.visible_to(request.user), public_id)
    held = get_object_or_404(ActivityIndicator.objects.select_related("activity"), pk=link, activity=activity)
    user: Any = request.user
    try:
        unlink_activity(actor=user, link=held)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return HttpResponseRedirect(_back(activity))


def _back(activity: Activity) -> str:
    return f"{reverse(Activity.URL_NAME, args=[activity.public_id])}#indicators"
