"""Chainable questions about research: a draft is seen by its partner, the coordinator and administrators."""

from typing import TYPE_CHECKING, Self

from django.apps import apps
from django.db.models import Q, Subquery

from campaigns.enums.projects import PartnerRole
from core.access import access_of
from core.querysets import RecordQuerySet, SearchableQuerySet

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from core.models import User


def coordinated_projects(user: "User | AnonymousUser") -> Subquery:
    """Ids of the projects whose lead partner `user` works for."""
    participations = apps.get_model("campaigns.ProjectPartner").objects.filter(
        role=PartnerRole.LEAD, partner__organisation_id__in=access_of(user).partner_organisations
    )
    return Subquery(participations.values("project"))


def drafted_rule(user: "User | AnonymousUser", path: str, partner: str) -> Q:
    """Records that everyone sees once they are published, and until then those who work on them.

    `path` leads to the record, `partner` names its field for the partner whose draft it is.
    """
    access = access_of(user)
    if access.is_admin:
        return Q()
    rule = Q(**{f"{path}is_published": True})
    if access.partner_organisations:
        rule |= Q(**{f"{path}{partner}__organisation_id__in": access.partner_organisations})
        rule |= Q(**{f"{path}project__in": coordinated_projects(user)})
    return rule


class PublicationQuerySet(SearchableQuerySet):
    """Publications are public once they are published here."""

    def visible_to(self, user: "User | AnonymousUser") -> Self:
        return self.current().filter(drafted_rule(user, "", "partner"))

    def for_listing(self) -> Self:
        return self.select_related("source", "partner__organisation", "project").prefetch_related(
            "parties__organisation",
            "subjects__country",
            "subjects__mineral",
            "subjects__stage",
            "subjects__brand__organisation",
            "subjects__factory",
        )

    def latest_first(self) -> Self:
        return self.order_by("-year", "sort_key", "pk")


class OfPublicationQuerySet(RecordQuerySet):
    """Rows that belong to a publication are seen with it."""

    def visible_to(self, user: "User | AnonymousUser") -> Self:
        return self.filter(drafted_rule(user, "publication__", "partner"), publication__merged_into__isnull=True)
