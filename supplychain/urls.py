"""Pages of the supply chain."""

from django.urls import path

from core.views.history import record_history
from core.views.listing import ListingView
from supplychain.listing import BRANDS, COMPANIES, LINKS, PRODUCTS
from supplychain.queries.histories import BRAND, COMPANY, FACTORY, LINK, PRODUCT
from supplychain.views.factories import FactoryListView, FactoryView
from supplychain.views.links import LinkView
from supplychain.views.organisations import BrandView, CompanyView
from supplychain.views.products import ProductView

app_name = "supplychain"
urlpatterns = [
    path("factories/", FactoryListView.as_view(), name="factory-list"),
    path("brands/", ListingView.as_view(listing=BRANDS), name="brand-list"),
    path("companies/", ListingView.as_view(listing=COMPANIES), name="company-list"),
    path("products/", ListingView.as_view(listing=PRODUCTS), name="product-list"),
    path("links/", ListingView.as_view(listing=LINKS), name="link-list"),
    path("factories/<str:public_id>/", FactoryView.as_view(), name="factory-detail"),
    path("factories/<str:public_id>/history/", record_history(FACTORY), name="factory-history"),
    path("brands/<str:public_id>/", BrandView.as_view(), name="brand-detail"),
    path("brands/<str:public_id>/history/", record_history(BRAND), name="brand-history"),
    path("companies/<str:public_id>/", CompanyView.as_view(), name="company-detail"),
    path("companies/<str:public_id>/history/", record_history(COMPANY), name="company-history"),
    path("products/<str:public_id>/", ProductView.as_view(), name="product-detail"),
    path("products/<str:public_id>/history/", record_history(PRODUCT), name="product-history"),
    path("links/<str:public_id>/", LinkView.as_view(), name="link-detail"),
    path("links/<str:public_id>/history/", record_history(LINK), name="link-history"),
]
