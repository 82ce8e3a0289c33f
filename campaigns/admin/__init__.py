"""Administration of campaigns: one module an area, each registers its models; `parts` the rest, last."""

from campaigns.admin import (
    advocacy,
    campaigns,
    groups,
    outreach,
    partners,
    parts,
    pipeline,
    projects,
    research,
    results,
)

__all__ = [
    "advocacy",
    "campaigns",
    "groups",
    "outreach",
    "partners",
    "parts",
    "pipeline",
    "projects",
    "research",
    "results",
]
