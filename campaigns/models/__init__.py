from campaigns.models.partners import Partner
from campaigns.models.reference import IloConvention, QuotedTotal

__all__ = ["IloConvention", "Partner", "QuotedTotal"]
