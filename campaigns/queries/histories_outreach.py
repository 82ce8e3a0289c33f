"""Histories of outreach and projects."""

from typing import TYPE_CHECKING

from django.db.models import Q

from campaigns.models import (
    Activity,
    ActivityContract,
    ActivityPartner,
    ActivityProcurer,
    ActivityStop,
    AudienceCount,
    BudgetLine,
    EvidenceFile,
    Project,
    ProjectPartner,
    WorkPackage,
)
from campaigns.querysets.outreach import own_rule, public_rule
from core.access import access_of
from core.queries.histories import History, Part
from procurement.models import Contract

if TYPE_CHECKING:
    from core.queries.histories import Viewer


def activity_rule(user: "Viewer") -> Q:
    """What was approved then and is now is public; everything is for the partners of the activity."""
    if access_of(user).is_admin:
        return Q()
    return own_rule(user, "pgh_obj__") | (public_rule() & public_rule("pgh_obj__"))


def part_rule(user: "Viewer") -> Q:
    """Figures, files and partners as they were before approval are for the partners of the activity."""
    return Q() if access_of(user).is_admin else own_rule(user, "activity__")


def contract_rule(user: "Viewer") -> Q:
    """A contract that the reader may not see is not named here either."""
    return part_rule(user) & Q(contract__in=Contract.objects.visible_to(user).values("pk"))


def budget_rule(user: "Viewer") -> Q:
    return Q(pgh_obj__in=BudgetLine.objects.visible_to(user).values("pk"))


ACTIVITY = History(
    own=Part(Activity, rule=activity_rule),
    related=(
        Part(AudienceCount, path="activity", named_by=("measure", "sex", "age_band", "country"), rule=part_rule),
        Part(ActivityPartner, path="activity", named_by=("partner",), rule=part_rule),
        Part(ActivityStop, path="activity", named_by=("held_on", "city"), rule=part_rule),
        Part(ActivityProcurer, path="activity", named_by=("procurer",), rule=part_rule),
        Part(ActivityContract, path="activity", named_by=("contract",), rule=contract_rule),
        Part(EvidenceFile, path="activity", named_by=("title",), rule=part_rule),
    ),
    owner="lead__organisation_id",
)
PROJECT = History(
    own=Part(Project),
    related=(
        Part(ProjectPartner, path="project", named_by=("partner",)),
        Part(WorkPackage, path="project", named_by=("code",)),
        Part(BudgetLine, path="project", named_by=("heading",), rule=budget_rule),
    ),
)
