from campaigns.models.activities import Activity
from campaigns.models.adherences import Adherence
from campaigns.models.advocacy import ActionAddressee, AdvocacyAction, DecisionMaker, Petition, PetitionCount
from campaigns.models.audience import AudienceCount
from campaigns.models.campaigns import Campaign, CampaignActivity, CampaignPublication, CampaignResource
from campaigns.models.evidence import EvidenceFile
from campaigns.models.groups import (
    AssessmentAnswer,
    AssessmentQuestion,
    GroupMembership,
    GroupResource,
    GroupWorkshop,
    QuotedGroupSize,
    WorkingGroup,
)
from campaigns.models.occasions import EventPreset
from campaigns.models.participations import ActivityContract, ActivityPartner, ActivityProcurer, ActivityStop
from campaigns.models.partners import Partner
from campaigns.models.pipeline import InstitutionContact, PipelineMove
from campaigns.models.policy import (
    ActivityPolicyFile,
    PolicyFile,
    PolicyOutcome,
    PolicyRecommendation,
    PolicyStep,
    Position,
)
from campaigns.models.projects import BudgetLine, Project, ProjectPartner, WorkPackage
from campaigns.models.reference import IloConvention, QuotedTotal
from campaigns.models.research import ActivityPublication, Publication, PublicationParty, PublicationSubject
from campaigns.models.results import Indicator, IndicatorPeriod, Result
from campaigns.models.results_rollup import IndicatorContribution
from campaigns.models.results_updates import ActivityIndicator, IndicatorUpdate, UpdateDecision, UpdatePart
from campaigns.models.threads import DigestSubscription, GroupPost, GroupThread
from campaigns.models.workflow import ActivityDecision, ActivityDraft

__all__ = [
    "ActionAddressee",
    "Activity",
    "ActivityContract",
    "ActivityDecision",
    "ActivityDraft",
    "ActivityIndicator",
    "ActivityPartner",
    "ActivityPolicyFile",
    "ActivityProcurer",
    "ActivityPublication",
    "ActivityStop",
    "Adherence",
    "AdvocacyAction",
    "AssessmentAnswer",
    "AssessmentQuestion",
    "AudienceCount",
    "BudgetLine",
    "Campaign",
    "CampaignActivity",
    "CampaignPublication",
    "CampaignResource",
    "DecisionMaker",
    "DigestSubscription",
    "EventPreset",
    "EvidenceFile",
    "GroupMembership",
    "GroupPost",
    "GroupResource",
    "GroupThread",
    "GroupWorkshop",
    "IloConvention",
    "Indicator",
    "IndicatorContribution",
    "IndicatorPeriod",
    "IndicatorUpdate",
    "InstitutionContact",
    "Partner",
    "Petition",
    "PetitionCount",
    "PipelineMove",
    "PolicyFile",
    "PolicyOutcome",
    "PolicyRecommendation",
    "PolicyStep",
    "Position",
    "Project",
    "ProjectPartner",
    "Publication",
    "PublicationParty",
    "PublicationSubject",
    "QuotedGroupSize",
    "QuotedTotal",
    "Result",
    "UpdateDecision",
    "UpdatePart",
    "WorkPackage",
    "WorkingGroup",
]
