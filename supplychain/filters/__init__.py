from supplychain.filters.factories import FactoryFilterSet
from supplychain.filters.records import BrandFilterSet, CompanyFilterSet, LinkFilterSet, ProductFilterSet

__all__ = ["BrandFilterSet", "CompanyFilterSet", "FactoryFilterSet", "LinkFilterSet", "ProductFilterSet"]
