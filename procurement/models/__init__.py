from procurement.models.affiliations import Affiliation, AffiliationEvent
from procurement.models.consortia import ConsortiumMember, DuesBand
from procurement.models.contracts import Contract, ContractLine
from procurement.models.disclosures import DisclosedLink, DisclosureRequest
from procurement.models.parties import Procurer, Supplier
from procurement.models.reference import LabelScheme

__all__ = [
    "Affiliation",
    "AffiliationEvent",
    "ConsortiumMember",
    "Contract",
    "ContractLine",
    "DisclosedLink",
    "DisclosureRequest",
    "DuesBand",
    "LabelScheme",
    "Procurer",
    "Supplier",
]
