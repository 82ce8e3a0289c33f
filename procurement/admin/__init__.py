"""Administration of procurement."""

from procurement.admin import affiliations, contracts, disclosures, parties

__all__ = ["affiliations", "contracts", "disclosures", "parties"]
