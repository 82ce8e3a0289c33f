"""Administration of the supply chain."""

from supplychain.admin import factories, links, parties, reference

__all__ = ["factories", "links", "parties", "reference"]
