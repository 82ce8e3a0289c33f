"""Code lists of procurement."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class BuyerLegalType(TextChoices):
    """eForms code list buyer-legal-type."""

    BODY_PL = "body-pl", _("Body governed by public law")
    BODY_PL_CGA = "body-pl-cga", _("Body governed by public law, controlled by a central government authority")
    BODY_PL_LA = "body-pl-la", _("Body governed by public law, controlled by a local authority")
    BODY_PL_RA = "body-pl-ra", _("Body governed by public law, controlled by a regional authority")
    CGA = "cga", _("Central government authority")
    DEF_CONT = "def-cont", _("Defence contractor")
    EU_INS_BOD_AG = "eu-ins-bod-ag", _("EU institution, body or agency")
    EU_INT_ORG = "eu-int-org", _("European Institution/Agency or International Organisation")
    GRP_P_AUT = "grp-p-aut", _("Group of public authorities")
    INT_ORG = "int-org", _("International organisation")
    LA = "la", _("Local authority")
    ORG_SUB = "org-sub", _("Organisation awarding a contract subsidised by a contracting authority")
    ORG_SUB_CGA = "org-sub-cga", _("Organisation awarding a contract subsidised by a central government authority")
    ORG_SUB_LA = "org-sub-la", _("Organisation awarding a contract subsidised by a local authority")
    ORG_SUB_RA = "org-sub-ra", _("Organisation awarding a contract subsidised by a regional authority")
    PUB_UNDERT = "pub-undert", _("Public undertaking")
    PUB_UNDERT_CGA = "pub-undert-cga", _("Public undertaking, controlled by a central government authority")
    PUB_UNDERT_LA = "pub-undert-la", _("Public undertaking, controlled by a local authority")
    PUB_UNDERT_RA = "pub-undert-ra", _("Public undertaking, controlled by a regional authority")
    RA = "ra", _("Regional authority")
    RL_AUT = "rl-aut", _("Regional or local authority")
    SPEC_RIGHTS_ENTITY = "spec-rights-entity", _("Entity with special or exclusive rights")


class ProcurerLevel(TextChoices):
    NATIONAL = "national", _("National")
    REGIONAL = "regional", _("Regional")
    LOCAL = "local", _("Local")
    UNIVERSITY = "university", _("University")
    HOSPITAL = "hospital", _("Hospital")
    CONSORTIUM = "consortium", _("Purchasing consortium")


class SpendBand(TextChoices):
    """Annual spend on ICT hardware in scope, in euro; the bounds of published dues bands."""

    UNDER_1M = "under_1m", _("Under EUR 1 million")
    FROM_1M = "1m_3m", _("EUR 1 to 3 million")
    FROM_3M = "3m_5m", _("EUR 3 to 5 million")
    FROM_5M = "5m_20m", _("EUR 5 to 20 million")
    OVER_20M = "over_20m", _("Over EUR 20 million")


class BuyerVisibility(TextChoices):
    """Who may see what a buyer buys and which factories stand behind it."""

    PRIVATE = "private", _("Only we ourselves, monitors and administrators")
    PEERS = "peers", _("Other public buyers too")
    PUBLIC = "public", _("Everyone")


class ContractStatus(TextChoices):
    """Where today lies in a contract's period; derived, never stored."""

    UPCOMING = "upcoming", _("Not begun")
    RUNNING = "running", _("Running")
    ENDED = "ended", _("Ended")
    UNDATED = "undated", _("Dates not stated")


class AffiliationStage(TextChoices):
    """Steps of the affiliation pipeline."""

    IDENTIFIED = "identified", _("Identified")
    CONTACTED = "contacted", _("Contacted")
    ENCOURAGED = "encouraged", _("Encouraged")
    INTERESTED = "interested", _("Interested")
    SPEND_MEASURED = "spend_measured", _("Spend measured")
    OFFER_REQUESTED = "offer_requested", _("Offer requested")
    OFFER_RECEIVED = "offer_received", _("Offer received")
    AFFILIATED = "affiliated", _("Affiliated")
    RENEWED = "renewed", _("Renewed")
    DECLINED = "declined", _("Declined")
    DORMANT = "dormant", _("Dormant")
    LAPSED = "lapsed", _("Lapsed")


AFFILIATED_STAGES = (AffiliationStage.AFFILIATED, AffiliationStage.RENEWED)
PUBLIC_STAGES = (*AFFILIATED_STAGES, AffiliationStage.LAPSED)


class AffiliationRoute(TextChoices):
    DIRECT = "direct", _("Direct")
    VIA_CONSORTIUM = "via_consortium", _("Through a consortium")
    VIA_NETWORK = "via_network", _("Through a network")
    VIA_FRAMEWORK_AUTHORITY = "via_framework_authority", _("Through a framework authority")


class DisclosureAnswer(TextChoices):
    """What a request for factories was answered with."""

    FULL = "full", _("Full answer")
    PARTIAL = "partial", _("Partial answer")
    REFUSED = "refused", _("Refused")
    NONE = "none", _("No answer")


class NonDisclosureReason(TextChoices):
    """Why factories were not named."""

    CONFIDENTIAL = "confidential", _("Refused: confidential")
    NO_DUTY = "no_duty", _("Refused: the contract has no such duty")
    NOT_OBTAINABLE = "not_obtainable", _("The supplier cannot obtain it")
    UNKNOWN_TO_BRAND = "unknown_to_brand", _("Not known to the brand")
    EXEMPT = "exempt", _("Exempt")
    REDACTED = "redacted", _("Partly redacted")


class LabelType(TextChoices):
    """ISO 14020 family of environmental labels."""

    TYPE_I = "I", _("Type I (ISO 14024): third-party ecolabel")
    TYPE_II = "II", _("Type II (ISO 14021): self-declared claim")
    TYPE_III = "III", _("Type III (ISO 14025): declaration of life-cycle data")
