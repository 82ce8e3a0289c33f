from supplychain.listing.factories import FACTORIES
from supplychain.listing.links import LINKS
from supplychain.listing.organisations import BRANDS, COMPANIES
from supplychain.listing.products import PRODUCTS

__all__ = ["BRANDS", "COMPANIES", "FACTORIES", "LINKS", "PRODUCTS"]
