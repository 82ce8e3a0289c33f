"""Chainable questions about projects."""

import datetime
from typing import TYPE_CHECKING, Self

from django.db.models import Q

from campaigns.enums.projects import PartnerRole
from core.access import access_of
from core.querysets import ProfileQuerySet, RecordQuerySet, SearchableQuerySet

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from core.models import User


class ProjectQuerySet(SearchableQuerySet):
    """Projects are public."""

    def running_on(self, day: datetime.date) -> Self:
        return self.current().filter(Q(ends_on__isnull=True) | Q(ends_on__gte=day), starts_on__lte=day)

    def joined_by(self, user: "User | AnonymousUser") -> Self:
        """Projects that `user` works in; administrators work in all."""
        access = access_of(user)
        if access.is_admin:
            return self.current()
        return (
            self.current().filter(participations__partner__organisation_id__in=access.partner_organisations).distinct()
        )

    def coordinated_by(self, user: "User | AnonymousUser") -> Self:
        """Projects whose lead partner `user` works for."""
        return self.current().filter(
            participations__role=PartnerRole.LEAD,
            participations__partner__organisation_id__in=access_of(user).partner_organisations,
        )

    def for_listing(self) -> Self:
        return self.select_related("funder", "currency", "source").prefetch_related(
            "participations__partner__organisation"
        )


class PartnerQuerySet(ProfileQuerySet):
    """Partners are public."""

    def for_listing(self) -> Self:
        return super().for_listing().select_related("source").prefetch_related("participations__project")

    def own_of(self, user: "User | AnonymousUser") -> Self:
        """Partners that `user` works for."""
        return self.current().filter(organisation_id__in=access_of(user).partner_organisations)


class BudgetLineQuerySet(RecordQuerySet):
    """Budgets are for the partners of the project and administrators."""

    def visible_to(self, user: "User | AnonymousUser") -> Self:
        access = access_of(user)
        if access.is_admin:
            return self.all()
        return self.filter(
            project__participations__partner__organisation_id__in=access.partner_organisations
        ).distinct()
