"""Chainable questions about outreach: a partner sees its own records, the coordinator all of its project."""

import datetime
from typing import TYPE_CHECKING, Self

from django.apps import apps
from django.db.models import Exists, F, OuterRef, Prefetch, Q
from django.db.models.functions import Coalesce

from campaigns.enums.outreach import COUNTED_STATES, ActivityState
from campaigns.enums.projects import PartnerRole
from core.access import access_of
from core.querysets import PublicRecordQuerySet, RecordQuerySet, SearchableQuerySet

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from core.models import User


def public_rule(activity: str = "") -> Q:
    """Activities that everyone sees: what was approved, and what is announced."""
    announced = Q(**{f"{activity}state": ActivityState.PLANNED, f"{activity}is_announced": True})
    return Q(**{f"{activity}state__in": COUNTED_STATES}) | announced


def own_rule(user: "User | AnonymousUser", activity: str = "") -> Q:
    """Activities that `user`'s partners lead, take part in, or coordinate. `activity` is the path to it."""
    access = access_of(user)
    ours = access.partner_organisations
    if not ours:
        return Q(pk__in=[])
    joined = (
        apps.get_model("campaigns.ActivityPartner").objects.filter(partner__organisation_id__in=ours).values("activity")
    )
    led = (
        apps.get_model("campaigns.ProjectPartner")
        .objects.filter(role=PartnerRole.LEAD, partner__organisation_id__in=ours)
        .values("project")
    )
    return (
        Q(**{f"{activity}lead__organisation_id__in": ours})
        | Q(**{f"{activity}pk__in": joined})
        | Q(**{f"{activity}project__in": led})
    )


class ActivityQuerySet(SearchableQuerySet):
    """Approved activities are public; until then they are for their partners, the coordinator, administrators."""

    def visible_to(self, user: "User | AnonymousUser") -> Self:
        current = self.current()
        if access_of(user).is_admin:
            return current
        return current.filter(public_rule() | own_rule(user))

    def own_of(self, user: "User | AnonymousUser") -> Self:
        """Led by a partner that `user` works for."""
        return self.current().filter(lead__organisation_id__in=access_of(user).partner_organisations)

    def counted(self) -> Self:
        """Approved or locked: what indicators and reports count."""
        return self.current().filter(state__in=COUNTED_STATES)

    def in_period(self, first: datetime.date, last: datetime.date) -> Self:
        """That ended in the period, both days included; an activity counts on its last day."""
        return self.alias(last_day=Coalesce(F("ends_on"), F("starts_on"))).filter(last_day__range=(first, last))

    def of_partner(self, partner_id: int) -> Self:
        """Led by the partner, or with its part in it."""
        joined = apps.get_model("campaigns.ActivityPartner").objects.filter(activity=OuterRef("pk"), partner=partner_id)
        return self.filter(Q(lead=partner_id) | Exists(joined))

    def for_listing(self) -> Self:
        """`totals` of a row are the figures of its measures, without their parts."""
        totals = (
            apps.get_model("campaigns.AudienceCount")
            .objects.filter(sex="", age_band="", country__isnull=True)
            .order_by("pk")
        )
        return self.select_related("lead__organisation", "country", "project", "work_package").prefetch_related(
            "participations__partner__organisation", Prefetch("counts", queryset=totals, to_attr="totals")
        )


class OfActivityQuerySet(RecordQuerySet):
    """Rows that belong to an activity are seen with it."""

    def visible_to(self, user: "User | AnonymousUser") -> Self:
        rule = Q(activity__merged_into__isnull=True)
        if not access_of(user).is_admin:
            rule &= public_rule("activity__") | own_rule(user, "activity__")
        return self.filter(rule)


class EvidenceQuerySet(OfActivityQuerySet):
    """Files: published ones are public with their activity, all others for its partners."""

    def visible_to(self, user: "User | AnonymousUser") -> Self:
        rule = Q(activity__merged_into__isnull=True)
        if not access_of(user).is_admin:
            rule &= (public_rule("activity__") & Q(is_published=True)) | own_rule(user, "activity__")
        return self.filter(rule)


class TrailQuerySet(RecordQuerySet):
    """Decisions with their comments are for the partners of the activity."""

    def visible_to(self, user: "User | AnonymousUser") -> Self:
        if access_of(user).is_admin:
            return self.all()
        return self.filter(own_rule(user, "activity__"))


class EventPresetQuerySet(PublicRecordQuerySet):
    """Presets are for partners."""

    def visible_to(self, user: "User | AnonymousUser") -> Self:
        access = access_of(user)
        return self.current() if access.is_partner or access.is_admin else self.none()
