"""Pages of procurement."""

from django.urls import path

from core.views.history import record_history
from core.views.listing import ListingView
from procurement import listing
from procurement.queries import histories
from procurement.views.records import AffiliationView, ContractView, DisclosureView, ProcurerView, SupplierView
from procurement.views.visibility import buyer_visibility

app_name = "procurement"
urlpatterns = [
    path("contracts/", ListingView.as_view(listing=listing.CONTRACTS), name="contract-list"),
    path("contracts/<str:public_id>/", ContractView.as_view(), name="contract-detail"),
    path("contracts/<str:public_id>/history/", record_history(histories.CONTRACT), name="contract-history"),
    path("procurers/", ListingView.as_view(listing=listing.PROCURERS), name="procurer-list"),
    path("procurers/<str:public_id>/", ProcurerView.as_view(), name="procurer-detail"),
    path("procurers/<str:public_id>/history/", record_history(histories.PROCURER), name="procurer-history"),
    path("procurers/<str:public_id>/visibility/", buyer_visibility, name="procurer-visibility"),
    path("suppliers/", ListingView.as_view(listing=listing.SUPPLIERS), name="supplier-list"),
    path("suppliers/<str:public_id>/", SupplierView.as_view(), name="supplier-detail"),
    path("suppliers/<str:public_id>/history/", record_history(histories.SUPPLIER), name="supplier-history"),
    path("affiliations/", ListingView.as_view(listing=listing.AFFILIATIONS), name="affiliation-list"),
    path("affiliations/<str:public_id>/", AffiliationView.as_view(), name="affiliation-detail"),
    path("affiliations/<str:public_id>/history/", record_history(histories.AFFILIATION), name="affiliation-history"),
    path("disclosures/", ListingView.as_view(listing=listing.DISCLOSURES), name="disclosure-list"),
    path("disclosures/<str:public_id>/", DisclosureView.as_view(), name="disclosure-detail"),
    path("disclosures/<str:public_id>/history/", record_history(histories.DISCLOSURE), name="disclosure-history"),
]
