"""Administration of campaigns: one module an area, each registers its models."""

from campaigns.admin import partners

__all__ = ["partners"]
