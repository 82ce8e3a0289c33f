from procurement.models.affiliations import Affiliation, AffiliationEvent
from procurement.models.contracts import Contract, ContractLine
from procurement.models.disclosures import DisclosedLink, DisclosureRequest
from procurement.models.parties import Procurer, Supplier
from procurement.models.reference import LabelScheme

__all__ = [
    "Affiliation",
    "AffiliationEvent",
    "Contract",
    "ContractLine",
    "DisclosedLink",
    "DisclosureRequest",
    "LabelScheme",
    "Procurer",
    "Supplier",
]
