"""Smallest valid rows of `procurement`."""

import datetime
from decimal import Decimal

import factory
from factory.django import DjangoModelFactory

from procurement import models
from procurement.enums import (
    AffiliationRoute,
    AffiliationStage,
    BuyerVisibility,
    DisclosureAnswer,
    NonDisclosureReason,
)
from tests.factories.core import DAY, CurrencyFactory, OrganisationFactory, SourceFactory
from tests.factories.supplychain import (
    BrandFactory,
    ProductCategoryFactory,
    ProductionLinkFactory,
    ProductModelFactory,
)


class ProcurerFactory(DjangoModelFactory):
    """Private unless `peers=True` or `public=True`; `ProcurerFactory(name="…")` names its organisation."""

    class Meta:
        model = models.Procurer

    class Params:
        name = factory.Sequence(lambda n: f"Procurer {n}")
        peers = factory.Trait(buyer_visibility=BuyerVisibility.PEERS)
        public = factory.Trait(buyer_visibility=BuyerVisibility.PUBLIC)

    organisation = factory.SubFactory(OrganisationFactory, name=factory.SelfAttribute("..name"))


class SupplierFactory(DjangoModelFactory):
    class Meta:
        model = models.Supplier

    class Params:
        name = factory.Sequence(lambda n: f"Supplier {n}")

    organisation = factory.SubFactory(OrganisationFactory, name=factory.SelfAttribute("..name"))


class LabelSchemeFactory(DjangoModelFactory):
    class Meta:
        model = models.LabelScheme
        django_get_or_create = ("code",)

    code = factory.Sequence(lambda n: f"label-{n}")
    name = factory.Sequence(lambda n: f"Label {n}")
    owner_name = "Test owner"
    source = factory.SubFactory(SourceFactory)


class ContractFactory(DjangoModelFactory):
    """A contract that runs through 2026. `valued=True` adds a value, `noticed=True` a public notice."""

    class Meta:
        model = models.Contract

    class Params:
        valued = factory.Trait(value_amount=Decimal("120000.00"), currency=factory.SubFactory(CurrencyFactory))
        noticed = factory.Trait(notice=factory.SubFactory(SourceFactory, kind="notice"))

    buyer = factory.SubFactory(ProcurerFactory)
    supplier = factory.SubFactory(SupplierFactory)
    title = factory.Sequence(lambda n: f"Contract {n}")
    starts_on = datetime.date(2026, 1, 1)
    ends_on = datetime.date(2026, 12, 31)


class ContractLineFactory(DjangoModelFactory):
    """A line by model; `by_brand=True` gives one by brand and category alone."""

    class Meta:
        model = models.ContractLine

    class Params:
        by_brand = factory.Trait(product_model=None)
        valued = factory.Trait(value_amount=Decimal("40000.00"), currency=factory.SubFactory(CurrencyFactory))

    contract = factory.SubFactory(ContractFactory)
    number = factory.LazyAttribute(lambda row: row.contract.lines.count() + 1)
    product_model = factory.SubFactory(ProductModelFactory)
    brand = factory.Maybe(
        "product_model",
        yes_declaration=factory.SelfAttribute("product_model.brand"),
        no_declaration=factory.SubFactory(BrandFactory),
    )
    category = factory.Maybe(
        "product_model",
        yes_declaration=factory.SelfAttribute("product_model.category"),
        no_declaration=factory.SubFactory(ProductCategoryFactory),
    )
    quantity = 100


class DisclosureRequestFactory(DjangoModelFactory):
    """A request that is still open. Traits: `answered`, `refused`, `unanswered`, `published`."""

    class Meta:
        model = models.DisclosureRequest

    class Params:
        answered = factory.Trait(answer=DisclosureAnswer.FULL, answered_on=DAY + datetime.timedelta(days=20))
        refused = factory.Trait(
            answer=DisclosureAnswer.REFUSED,
            answered_on=DAY + datetime.timedelta(days=20),
            reason=NonDisclosureReason.CONFIDENTIAL,
        )
        unanswered = factory.Trait(answer=DisclosureAnswer.NONE)
        published = factory.Trait(is_published=True)

    line = factory.SubFactory(ContractLineFactory)
    asked_of = factory.SubFactory(OrganisationFactory)
    asked_on = DAY
    due_on = DAY + datetime.timedelta(days=30)


class DisclosedLinkFactory(DjangoModelFactory):
    class Meta:
        model = models.DisclosedLink

    request = factory.SubFactory(DisclosureRequestFactory, answered=True)
    link = factory.SubFactory(ProductionLinkFactory)


class AffiliationFactory(DjangoModelFactory):
    class Meta:
        model = models.Affiliation

    procurer = factory.SubFactory(ProcurerFactory)
    body = factory.SubFactory(OrganisationFactory)


class AffiliationEventFactory(DjangoModelFactory):
    """A first contact; `affiliated=True` gives a direct affiliation."""

    class Meta:
        model = models.AffiliationEvent

    class Params:
        affiliated = factory.Trait(stage=AffiliationStage.AFFILIATED, route=AffiliationRoute.DIRECT)

    affiliation = factory.SubFactory(AffiliationFactory)
    stage = AffiliationStage.CONTACTED
    happened_on = DAY


class ConsortiumMemberFactory(DjangoModelFactory):
    class Meta:
        model = models.ConsortiumMember

    consortium = factory.SubFactory(ProcurerFactory, level="consortium")
    member = factory.SubFactory(ProcurerFactory)
    joined_on = DAY


class DuesBandFactory(DjangoModelFactory):
    class Meta:
        model = models.DuesBand

    body = factory.SubFactory(OrganisationFactory)
    code = "A"
    spend_to = Decimal("1000000")
    currency = factory.SubFactory(CurrencyFactory)
    minimum = Decimal("3150")
    source = factory.SubFactory(SourceFactory)
