from campaigns.models.activities import Activity
from campaigns.models.audience import AudienceCount
from campaigns.models.evidence import EvidenceFile
from campaigns.models.occasions import EventPreset
from campaigns.models.participations import ActivityContract, ActivityPartner, ActivityProcurer, ActivityStop
from campaigns.models.partners import Partner
from campaigns.models.projects import BudgetLine, Project, ProjectPartner, WorkPackage
from campaigns.models.reference import IloConvention, QuotedTotal
from campaigns.models.workflow import ActivityDecision, ActivityDraft

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
