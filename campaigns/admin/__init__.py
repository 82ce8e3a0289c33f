"""Administration of campaigns: one module an area, each registers its models."""

from campaigns.admin import advocacy, campaigns, groups, outreach, partners, pipeline, projects, research, results

__all__ = ["advocacy", "campaigns", "groups", "outreach", "partners", "pipeline", "projects", "research", "results"]
