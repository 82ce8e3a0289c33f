"""Smallest valid rows of `supplychain`."""

import datetime

from factory import LazyAttribute, LazyFunction, Maybe, RelatedFactory, SelfAttribute, Sequence, SubFactory, Trait
from factory.django import DjangoModelFactory

from core.enums import Audience
from supplychain import models
from supplychain.enums import (
    Basis,
    CompanyRole,
    FactoryProperty,
    FactoryStatus,
    IdentifierScheme,
    LinkRole,
    NameKind,
    PointPrecision,
    PointSource,
)
from tests.factories.core import DAY, CountryFactory, OrganisationFactory, SourceFactory

_STAGE_NAMES = {"FIN": "Final assembly", "PCBA": "Circuit board assembly", "BAT": "Battery packs", "DSP": "Displays"}
_CATEGORY_NAMES = {"computers": "Computers", "mobile": "Mobile devices"}


class StageFactory(DjangoModelFactory):
    """Final assembly unless told otherwise; asking for a code again gives the same row."""

    class Meta:
        model = models.Stage
        django_get_or_create = ("code",)

    code = "FIN"
    name = LazyAttribute(lambda row: _STAGE_NAMES.get(row.code, f"Stage {row.code}"))
    source = SubFactory(SourceFactory)
    depth_min = 1
    depth_max = 1


class ProductCategoryFactory(DjangoModelFactory):
    class Meta:
        model = models.ProductCategory
        django_get_or_create = ("code",)

    code = "computers"
    name = LazyAttribute(lambda row: _CATEGORY_NAMES.get(row.code, f"Category {row.code}"))
    source = SubFactory(SourceFactory)


class MainComponentFactory(DjangoModelFactory):
    class Meta:
        model = models.MainComponent
        django_get_or_create = ("category", "stage")

    category = SubFactory(ProductCategoryFactory)
    stage = SubFactory(StageFactory)
    source = SubFactory(SourceFactory)


class MineralFactory(DjangoModelFactory):
    class Meta:
        model = models.Mineral
        django_get_or_create = ("code",)

    code = "tin"
    name = LazyAttribute(lambda row: row.code.title())
    source = SubFactory(SourceFactory)


class BrandFactory(DjangoModelFactory):
    """`BrandFactory(name="…")` names its organisation."""

    class Meta:
        model = models.Brand

    class Params:
        name = Sequence(lambda n: f"Brand {n}")

    organisation = SubFactory(OrganisationFactory, name=SelfAttribute("..name"))


class CompanyFactory(DjangoModelFactory):
    """`CompanyFactory(name="…")` names its organisation."""

    class Meta:
        model = models.Company

    class Params:
        name = Sequence(lambda n: f"Company {n}")

    organisation = SubFactory(OrganisationFactory, name=SelfAttribute("..name"))
    roles = LazyFunction(lambda: [CompanyRole.EMS])


class FactoryFactory(DjangoModelFactory):
    """A site in China without address.

    `located=True` adds address and point of a public source, `located_privately=True` of a private one.
    """

    class Meta:
        model = models.Factory

    class Params:
        with_place = Trait(
            address="8 Test Road, Longhua, Shenzhen",
            locality="Shenzhen",
            subdivision="Guangdong",
            latitude=22.65,
            longitude=114.03,
            point_precision=PointPrecision.STREET,
            point_source=PointSource.GIVEN,
        )
        located = Trait(with_place=True, location_source=SubFactory(SourceFactory))
        located_privately = Trait(with_place=True, location_source=SubFactory(SourceFactory, private=True))

    name = Sequence(lambda n: f"Factory {n}")
    country = SubFactory(CountryFactory)
    status = FactoryStatus.OPERATING


class FactoryNameFactory(DjangoModelFactory):
    class Meta:
        model = models.FactoryName

    factory = SubFactory(FactoryFactory)
    name = Sequence(lambda n: f"Other name {n}")
    kind = NameKind.ALIAS
    source = SubFactory(SourceFactory)


class FactoryIdentifierFactory(DjangoModelFactory):
    class Meta:
        model = models.FactoryIdentifier

    factory = SubFactory(FactoryFactory)
    scheme = IdentifierScheme.DUNS
    value = Sequence(lambda n: f"{n:09d}")
    source = SubFactory(SourceFactory)


class FactoryStatementFactory(DjangoModelFactory):
    class Meta:
        model = models.FactoryStatement

    factory = SubFactory(FactoryFactory)
    property = FactoryProperty.NAME
    value = Sequence(lambda n: f"Stated value {n}")
    source = SubFactory(SourceFactory)
    stated_on = DAY


class ProductModelFactory(DjangoModelFactory):
    class Meta:
        model = models.ProductModel

    name = Sequence(lambda n: f"Model {n}")
    brand = SubFactory(BrandFactory)
    category = SubFactory(ProductCategoryFactory)


class ProductionLinkFactory(DjangoModelFactory):
    """A public, suspected final-assembly link for the brand.

    Traits: `confirmed`, `for_model` (adds a model of the brand), `registered`, `named`, `monitors`
    (audiences), `ended`, `cited` (adds a citation). With `product_model=…` the brand follows the model.
    """

    class Meta:
        model = models.ProductionLink
        skip_postgeneration_save = True

    class Params:
        confirmed = Trait(basis=Basis.MONITORING)
        for_model = Trait(product_model=SubFactory(ProductModelFactory))
        registered = Trait(audience=Audience.REGISTERED)
        named = Trait(audience=Audience.NAMED)
        monitors = Trait(audience=Audience.MONITORS)
        ended = Trait(last_seen=DAY + datetime.timedelta(days=30))
        cited = Trait(
            citation=RelatedFactory("tests.factories.supplychain.LinkCitationFactory", factory_related_name="link")
        )

    factory = SubFactory(FactoryFactory)
    product_model = None
    brand = Maybe(
        "product_model",
        yes_declaration=SelfAttribute("product_model.brand"),
        no_declaration=SubFactory(BrandFactory),
    )
    stage = SubFactory(StageFactory)
    role = LinkRole.EMS
    basis = Basis.BRAND_LIST
    first_seen = DAY


class LinkCitationFactory(DjangoModelFactory):
    class Meta:
        model = models.LinkCitation

    link = SubFactory(ProductionLinkFactory)
    source = SubFactory(SourceFactory)
    seen_on = DAY


class LinkReaderFactory(DjangoModelFactory):
    class Meta:
        model = models.LinkReader

    link = SubFactory(ProductionLinkFactory, named=True)
    organisation = SubFactory(OrganisationFactory)


class SupplyRelationFactory(DjangoModelFactory):
    class Meta:
        model = models.SupplyRelation

    brand = SubFactory(BrandFactory)
    company = SubFactory(CompanyFactory)
    country = SubFactory(CountryFactory)
    first_seen = DAY


class RelationCitationFactory(DjangoModelFactory):
    class Meta:
        model = models.RelationCitation

    relation = SubFactory(SupplyRelationFactory)
    source = SubFactory(SourceFactory)
    seen_on = DAY


class FacetTallyFactory(DjangoModelFactory):
    class Meta:
        model = models.FacetTally

    counted = "factory"
    dimension = "status"
    value = "active"
    country = "CN"
    level = 0
    number = 1


class FactoryFacetFactory(DjangoModelFactory):
    class Meta:
        model = models.FactoryFacet

    factory = SubFactory(FactoryFactory)
    dimension = "stage"
    value = "FIN"
    level = 0


class LinkFacetFactory(DjangoModelFactory):
    """Of a link that has none yet: one that was replaced."""

    class Meta:
        model = models.LinkFacet

    link = SubFactory(ProductionLinkFactory, superseded_by=SubFactory(ProductionLinkFactory))
    factory = SelfAttribute("link.factory")
    country = SelfAttribute("factory.country")
    brand = SelfAttribute("link.brand")
    stage = SelfAttribute("link.stage")
    basis = SelfAttribute("link.basis")
    level = 0
