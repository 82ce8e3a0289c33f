"""The read API of procurement."""

from procurement.api.viewsets import (
    AffiliationViewSet,
    ContractViewSet,
    DisclosureViewSet,
    LeverageViewSet,
    ProcurerViewSet,
    SupplierViewSet,
)

ROUTES = [
    ("procurers", ProcurerViewSet),
    ("suppliers", SupplierViewSet),
    ("affiliations", AffiliationViewSet),
    ("contracts", ContractViewSet),
    ("disclosures", DisclosureViewSet),
    (r"factories/(?P<public_id>[^/.]+)/leverage", LeverageViewSet),
]
