from campaigns.models.activities import (
    Activity,
    ActivityContract,
    ActivityDecision,
    ActivityDraft,
    ActivityPartner,
    ActivityProcurer,
    ActivityStop,
    EventPreset,
)
from campaigns.models.audience import AudienceCount
from campaigns.models.evidence import EvidenceFile
from campaigns.models.partners import Partner
from campaigns.models.projects import BudgetLine, Project, ProjectPartner, WorkPackage
from campaigns.models.reference import IloConvention, QuotedTotal

__all__ = [
    "Activity",
    "ActivityContract",
    "ActivityDecision",
    "ActivityDraft",
    "ActivityPartner",
    "ActivityProcurer",
    "ActivityStop",
    "AudienceCount",
    "BudgetLine",
    "EventPreset",
    "EvidenceFile",
    "IloConvention",
    "Partner",
    "Project",
    "ProjectPartner",
    "QuotedTotal",
    "WorkPackage",
]
