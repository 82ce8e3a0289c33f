"""Administration of campaigns: one module an area, each registers its models."""

from campaigns.admin import advocacy, campaigns, groups, partners, research

__all__ = ["advocacy", "campaigns", "groups", "partners", "research"]
