"""The read API of the supply chain."""

from core.api.viewsets import ListingViewSet
from supplychain.listing import BRANDS, COMPANIES, FACTORIES, LINKS, PRODUCTS
from supplychain.serializers import (
    BrandSerializer,
    CompanySerializer,
    FactorySerializer,
    LinkSerializer,
    ProductSerializer,
)


class BrandViewSet(ListingViewSet):
    listing = BRANDS
    serializer_class = BrandSerializer


class CompanyViewSet(ListingViewSet):
    listing = COMPANIES
    serializer_class = CompanySerializer


class FactoryViewSet(ListingViewSet):
    listing = FACTORIES
    serializer_class = FactorySerializer


class ProductViewSet(ListingViewSet):
    listing = PRODUCTS
    serializer_class = ProductSerializer


class LinkViewSet(ListingViewSet):
    listing = LINKS
    serializer_class = LinkSerializer


ROUTES = [
    ("brands", BrandViewSet),
    ("companies", CompanyViewSet),
    ("factories", FactoryViewSet),
    ("products", ProductViewSet),
    ("links", LinkViewSet),
]
