"""Administration of campaigns: one module an area, each registers its models."""

from campaigns.admin import advocacy, campaigns, partners, research

__all__ = ["advocacy", "campaigns", "partners", "research"]
