"""Administration of the core records."""

from core.admin import accounts, organisations, reference, sources, work

__all__ = ["accounts", "organisations", "reference", "sources", "work"]
