"""Pages of the supply chain."""

from django.urls import path

from supplychain.views.factories import FactoryView
from supplychain.views.links import LinkView
from supplychain.views.organisations import BrandView, CompanyView
from supplychain.views.products import ProductView

app_name = "supplychain"
urlpatterns = [
    path("factories/<str:public_id>/", FactoryView.as_view(), name="factory-detail"),
    path("brands/<str:public_id>/", BrandView.as_view(), name="brand-detail"),
    path("companies/<str:public_id>/", CompanyView.as_view(), name="company-detail"),
    path("products/<str:public_id>/", ProductView.as_view(), name="product-detail"),
    path("links/<str:public_id>/", LinkView.as_view(), name="link-detail"),
]
