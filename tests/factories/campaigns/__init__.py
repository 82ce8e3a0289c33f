"""Smallest valid rows of `campaigns`: one module an area, one factory per model."""

from tests.factories.campaigns.outreach import (
    ActivityContractFactory,
    ActivityDecisionFactory,
    ActivityDraftFactory,
    ActivityFactory,
    ActivityPartnerFactory,
    ActivityProcurerFactory,
    ActivityStopFactory,
    AudienceCountFactory,
    EventPresetFactory,
    EvidenceFileFactory,
)
from tests.factories.campaigns.partners import IloConventionFactory, PartnerFactory, QuotedTotalFactory
from tests.factories.campaigns.projects import (
    BudgetLineFactory,
    ProjectFactory,
    ProjectPartnerFactory,
    WorkPackageFactory,
)

__all__ = [
    "ActivityContractFactory",
    "ActivityDecisionFactory",
    "ActivityDraftFactory",
    "ActivityFactory",
    "ActivityPartnerFactory",
    "ActivityProcurerFactory",
    "ActivityStopFactory",
    "AudienceCountFactory",
    "BudgetLineFactory",
    "EventPresetFactory",
    "EvidenceFileFactory",
    "IloConventionFactory",
    "PartnerFactory",
    "ProjectFactory",
    "ProjectPartnerFactory",
    "QuotedTotalFactory",
    "WorkPackageFactory",
]
