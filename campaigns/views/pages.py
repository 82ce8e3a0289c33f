"""Campaign pages: for everyone to read, for their partner to make."""

import datetime
from itertools import groupby
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from campaigns.exports.calendar import calendar_of, place_of
from campaigns.forms.pages import CampaignForm, ResourceForm
from campaigns.models import Activity, Campaign, CampaignResource
from campaigns.queries.advocacy import petitions_of
from campaigns.queries.pages import figures_of, photos_of, public_activities, publications_of
from campaigns.services.pages import campaigns as services
from campaigns.services.pages.resources import add_resource, kept_files, remove_resource
from campaigns.views.working import WorkView
from core.charts.maps import DrawnMap, Place, map_of
from core.lookup import find
from core.models import PublicRecord
from core.views.records import RecordView


def places_of(activities: list[Activity]) -> list[Place]:
    """Where activities took place; those that were online alone stand on no map."""
    return [
        Place(f"{row.name}: {place_of(row)}", row.country_id or "", row.latitude, row.longitude)
        for row in activities
        if row.country_id or row.latitude is not None
    ]


def by_month(activities: list[Activity]) -> list[tuple[datetime.date, list[Activity]]]:
    """Activities by the first day of the month in which they begin."""
    return [(month, list(rows)) for month, rows in groupby(activities, lambda row: row.starts_on.replace(day=1))]


def drawn_map(activities: list[Activity]) -> DrawnMap | None:
    places = places_of(activities)
    if not places:
        return None
    towns = "; ".join(dict.fromkeys(place.label for place in places))
    return map_of(places, title=gettext("Where it takes place"), description=towns, identifier="campaign-map")


class CampaignView(RecordView):
    """Story, activities on a map and by month, figures each with its measure, what to take along."""

    model = Campaign
    template_name = "campaigns/pages/campaign_detail.html"
    page = "campaign"

    def queryset(self, request: HttpRequest) -> Any:
        return super().queryset(request).for_listing()

    def details(self, request: HttpRequest, record: PublicRecord) -> dict[str, Any]:
        campaign: Any = record
        activities = list(public_activities(campaign))
        feed = f"{campaign.get_absolute_url()}calendar.ics"
        return {
            "months": [
                (month, list(rows)) for month, rows in groupby(activities, lambda row: row.starts_on.replace(day=1))
            ],
            "today": timezone.localdate(),
            "drawn": drawn_map(activities),
            "figures": figures_of(campaign),
            "photos": photos_of(campaign),
            "resources": campaign.resources.order_by("title", "pk"),
            "publications": publications_of(campaign, request.user),
            "petitions": petitions_of(request.user, campaign=campaign),
            "feed": feed,
            "webcal": "webcal://" + settings.BASE_URL.partition("://")[2] + feed,
            "may_change": request.user.has_perm("campaigns.change_campaign", campaign),
            "may_publish": request.user.has_perm("campaigns.publish_campaign", campaign),
        }


@require_safe
def campaign_calendar(request: HttpRequest, public_id: str) -> HttpResponse:
    """The feed that calendars subscribe to."""
    campaign = find(Campaign.objects.visible_to(request.user), public_id)
    response = HttpResponse(
        calendar_of(campaign, public_activities(campaign)), content_type="text/calendar; charset=utf-8"
    )
    response["Content-Disposition"] = f'inline; filename="{campaign.public_id}.ics"'
    return response


@require_safe
def campaign_photo(request: HttpRequest, public_id: str, pk: int) -> HttpResponse | FileResponse:
    """A published photo of a public activity of the campaign; no other file is found here."""
    campaign = find(Campaign.objects.visible_to(request.user), public_id)
    photo = get_object_or_404(photos_of(campaign), pk=pk)
    return _file(photo.path, photo.content_type)


@require_safe
def campaign_resource(request: HttpRequest, public_id: str, pk: int) -> HttpResponse | FileResponse:
    campaign = find(Campaign.objects.visible_to(request.user), public_id)
    resource = get_object_or_404(campaign.resources.exclude(path=""), pk=pk)
    return _file(resource.path, resource.content_type, name=resource.file_name)


def _file(path: str, content_type: str, name: str = "") -> FileResponse:
    response = FileResponse(kept_files().open(path), content_type=content_type, as_attachment=bool(name), filename=name)
    response["X-Content-Type-Options"] = "nosniff"
    return response


class NewCampaignView(WorkView):
    form_class = CampaignForm
    permission = "add_campaign"
    title = _("Make a campaign page")
    lead = _("It stays a draft until the coordinator of the project or an administrator shows it to everyone.")
    button = _("Make it")
    done = _("The page is there as a draft. Add activities, publications and resources now.")

    def is_allowed(self, request: HttpRequest) -> bool:
        return request.user.has_perm("campaigns.add_campaign")

    def save(self, request: HttpRequest, form: Any, record: Any) -> Campaign:
        return services.record_campaign(
            actor=request.user,  # type: ignore[arg-type]
            reason=gettext("Made by form"),
            entry=form.entry(),
        )


class OfCampaignView(WorkView):
    """Forms on a campaign that is there."""

    permission = "change_campaign"
    button = _("Save")

    def records(self, request: HttpRequest) -> "QuerySet[Campaign]":
        return Campaign.objects.visible_to(request.user).select_related("lead", "project")


class EditCampaignView(OfCampaignView):
    form_class = CampaignForm
    title = _("Change the campaign page")
    done = _("The campaign page is changed.")

    def form_arguments(self, request: HttpRequest, record: Any) -> dict[str, Any]:
        return {"user": request.user, "campaign": record}

    def save(self, request: HttpRequest, form: Any, record: Any) -> Campaign:
        return services.change_campaign(
            actor=request.user,  # type: ignore[arg-type]
            reason=gettext("Changed by form"),
            campaign=record,
            entry=form.entry(),
        )


class NewResourceView(OfCampaignView):
    form_class = ResourceForm
    title = _("Add a resource")
    done = _("The resource is on the page.")

    def save(self, request: HttpRequest, form: Any, record: Any) -> Campaign:
        add_resource(
            actor=request.user,  # type: ignore[arg-type]
            reason=gettext("Added by form"),
            campaign=record,
            **form.cleaned_data,
        )
        return record


@login_required
@require_POST
def delete_resource(request: HttpRequest, public_id: str, pk: int) -> HttpResponse:
    campaign = find(Campaign.objects.visible_to(request.user), public_id)
    resource = get_object_or_404(CampaignResource.objects.filter(campaign=campaign), pk=pk)
    remove_resource(actor=request.user, reason=gettext("Removed by form"), resource=resource)  # type: ignore[arg-type]
    return HttpResponseRedirect(campaign.get_absolute_url())


@login_required
@require_POST
def publish_campaign(request: HttpRequest, public_id: str) -> HttpResponse:
    """Shows a draft to everyone, or takes it back."""
    campaign = find(Campaign.objects.visible_to(request.user), public_id)
    shown = request.POST.get("is_published") == "1"
    services.publish_campaign(
        actor=request.user,  # type: ignore[arg-type]
        reason=gettext("Published") if shown else gettext("Taken back as a draft"),
        campaign=campaign,
        is_published=shown,
    )
    return HttpResponseRedirect(campaign.get_absolute_url())
