"""Chainable questions about contacts with institutions, moves of the pipeline and pacts."""

import datetime
from typing import TYPE_CHECKING, Self

from django.apps import apps
from django.db.models import F, Q

from campaigns.enums.pipeline import ContactStatus
from campaigns.enums.projects import PartnerRole
from core.access import access_of
from core.querysets import PublicRecordQuerySet, RecordQuerySet

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from core.models import User


def knows_pipeline(user: "User | AnonymousUser") -> bool:
    """Partners, monitors and administrators see every step of every affiliation."""
    access = access_of(user)
    return access.sees_restricted or access.is_partner


def knows_contacts(user: "User | AnonymousUser") -> bool:
    """Partners and administrators have contacts to see; `contact_rule` says which."""
    access = access_of(user)
    return access.is_admin or bool(access.partner_organisations)


def contact_rule(user: "User | AnonymousUser") -> Q:
    """Contacts of `user`'s partners, and of the projects that they coordinate."""
    access = access_of(user)
    if access.is_admin:
        return Q()
    ours = access.partner_organisations
    if not ours:
        return Q(pk__in=[])
    led = (
        apps.get_model("campaigns.ProjectPartner")
        .objects.filter(role=PartnerRole.LEAD, partner__organisation_id__in=ours)
        .values("project")
    )
    return Q(partner__organisation_id__in=ours) | Q(project__in=led)


def backed_rule(move: str = "", step: str = "event__") -> Q:
    """A contact took place on the step's day or before; `move` and `step` are the paths to the two."""
    contact = f"{move}contact"
    return Q(
        **{
            # Joining says it too, but no index is chosen by that.
            f"{contact}__isnull": False,
            f"{contact}__status": ContactStatus.COMPLETED,
            f"{contact}__merged_into__isnull": True,
            f"{contact}__held_on__lte": F(f"{step}happened_on"),
        }
    )


class InstitutionContactQuerySet(PublicRecordQuerySet):
    """A contact is for the partner that had it, the coordinator of its project and administrators."""

    def visible_to(self, user: "User | AnonymousUser") -> Self:
        return self.current().filter(contact_rule(user))

    def own_of(self, user: "User | AnonymousUser") -> Self:
        """Of a partner that `user` works for."""
        return self.current().filter(partner__organisation_id__in=access_of(user).partner_organisations)

    def completed_by(self, day: datetime.date) -> Self:
        """That took place on that day or before."""
        return self.current().filter(status=ContactStatus.COMPLETED, held_on__lte=day)

    def about(self, body_id: int) -> Self:
        """About the body, or about no body in particular."""
        return self.filter(Q(body=body_id) | Q(body__isnull=True))

    def with_open_step(self) -> Self:
        return self.exclude(next_step="").filter(next_step_done_on__isnull=True)

    def overdue_on(self, day: datetime.date) -> Self:
        """Whose next step should have been done before that day."""
        return self.with_open_step().filter(next_step_on__lt=day)

    def for_listing(self) -> Self:
        return self.select_related(
            "procurer__organisation__country",
            "body",
            "partner__organisation",
            "project",
            "owner",
            "next_step_owner",
            "activity",
        )


class PipelineMoveQuerySet(RecordQuerySet):
    """Who made a step is known to those who know the pipeline."""

    def visible_to(self, user: "User | AnonymousUser") -> Self:
        return self.all() if knows_pipeline(user) else self.none()

    def backed(self) -> Self:
        """Made on the ground of a contact that took place, on the step's day or before."""
        return self.filter(backed_rule())

    def for_listing(self) -> Self:
        return self.select_related(
            "event__affiliation__procurer__organisation",
            "event__affiliation__body",
            "partner__organisation",
            "project",
            "contact",
        )


class AdherenceQuerySet(PublicRecordQuerySet):
    """Who takes part in a pact or supports it is public."""

    def in_force_on(self, day: datetime.date) -> Self:
        in_time = Q(left_on__isnull=True) | Q(left_on__gt=day)
        return self.current().filter(in_time, Q(joined_on__isnull=True) | Q(joined_on__lte=day))

    def for_listing(self) -> Self:
        return self.select_related("organisation__country", "body", "source")
