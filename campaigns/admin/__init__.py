"""Administration of campaigns: one module an area, each registers its models."""

from campaigns.admin import advocacy, campaigns, groups, partners, pipeline, research

__all__ = ["advocacy", "campaigns", "groups", "partners", "pipeline", "research"]
