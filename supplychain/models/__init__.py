from supplychain.models.companies import Brand, Company
from supplychain.models.factories import Factory, FactoryIdentifier, FactoryName, FactoryStatement
from supplychain.models.links import LinkCitation, LinkReader, ProductionLink
from supplychain.models.products import ProductModel
from supplychain.models.reference import MainComponent, Mineral, ProductCategory, Stage
from supplychain.models.relations import RelationCitation, SupplyRelation
from supplychain.models.rollups import FacetTally, FactoryFacet, LinkFacet

__all__ = [
    "Brand",
    "Company",
    "FacetTally",
    "Factory",
    "FactoryFacet",
    "FactoryIdentifier",
    "FactoryName",
    "FactoryStatement",
    "LinkCitation",
    "LinkFacet",
    "LinkReader",
    "MainComponent",
    "Mineral",
    "ProductCategory",
    "ProductModel",
    "ProductionLink",
    "RelationCitation",
    "Stage",
    "SupplyRelation",
]
