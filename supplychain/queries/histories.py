"""Histories of the supply chain's records: what belongs to each, and which of it a viewer may read."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, Subquery
from django.utils.module_loading import import_string

from core.access import access_of
from core.queries.histories import Guarded, History, Part
from core.queries.record_histories import organisation_part
from supplychain.enums import FactoryProperty
from supplychain.models import (
    Brand,
    Company,
    Factory,
    FactoryIdentifier,
    FactoryName,
    FactoryStatement,
    LinkCitation,
    LinkReader,
    ProductionLink,
    ProductModel,
)

if TYPE_CHECKING:
    from core.queries.histories import Viewer

LOCATION_FIELDS = frozenset(
    {
        "address",
        "street",
        "locality",
        "postal_code",
        "latitude",
        "longitude",
        "point_precision",
        "point_source",
        "location_source",
    }
)
LINK_VERSIONS = Part(ProductionLink).versions
LOCATION_PROPERTIES = (FactoryProperty.ADDRESS, FactoryProperty.POINT)


def _linked_to(user: "Viewer", factory_id: str) -> Q:
    """Factories behind the viewer's own contracts; `factory_id` is the path to the factory's id."""
    if not access_of(user).is_procurer:
        return Q(pk__in=[])
    return Q(**{f"{factory_id}__in": import_string(settings.LINKED_FACTORIES)(user)})


def location_rule(user: "Viewer") -> Q:
    """Versions of factories: a public source stated the place then, and one states it now."""
    if access_of(user).sees_restricted:
        return Q()
    stated_now = Factory.objects.filter(location_source__is_public=True).values("pk")
    return Q(location_source__is_public=True, pgh_obj__in=stated_now) | _linked_to(user, "pgh_obj")


def statement_rule(user: "Viewer") -> Q:
    """Versions of statements: where a factory stands is told only as far as its source is public."""
    if access_of(user).sees_restricted:
        return Q()
    elsewhere = ~Q(property__in=LOCATION_PROPERTIES)
    return elsewhere | Q(source__is_public=True) | _linked_to(user, "factory")


def link_rule(user: "Viewer") -> Q:
    """Versions of links: the viewer may see the link as it stands, and could have seen it as it stood."""
    if access_of(user).sees_restricted:
        return Q()
    then = ProductionLink.objects.all().visibility_rule(user, "id")
    return then & Q(pgh_obj__in=ProductionLink.objects.visible_to(user).values("pk"))


def citation_rule(user: "Viewer") -> Q:
    """Versions of citations: like the link that they support, at the moment they were made and now."""
    if access_of(user).sees_restricted:
        return Q()
    links = LINK_VERSIONS.filter(
        id=OuterRef(OuterRef("link_id")), pgh_created_at__lte=OuterRef(OuterRef("pgh_created_at"))
    )
    latest = Subquery(links.order_by("-pgh_created_at", "-pgh_id").values("pgh_id")[:1])
    then = LINK_VERSIONS.filter(ProductionLink.objects.all().visibility_rule(user, "id"), pgh_id=latest)
    return Q(Exists(then)) & Q(link__in=ProductionLink.objects.visible_to(user).values("pk"))


def for_monitors(user: "Viewer") -> Q:
    """Only monitors and administrators."""
    return Q() if access_of(user).sees_restricted else Q(pk__in=[])


LINK_NAMES = ("brand", "product_model", "stage")

FACTORY = History(
    own=Part(Factory, guarded=(Guarded(LOCATION_FIELDS, location_rule),)),
    related=(
        Part(FactoryName, path="factory", named_by=("name",)),
        Part(FactoryIdentifier, path="factory", named_by=("scheme", "value")),
        Part(FactoryStatement, path="factory", named_by=("property",), rule=statement_rule),
        Part(ProductionLink, path="factory", named_by=LINK_NAMES, rule=link_rule),
        Part(LinkCitation, path="link__factory", named_by=("source",), rule=citation_rule),
    ),
)
BRAND = History(own=Part(Brand), related=(organisation_part("brand"),), owner="organisation_id")
COMPANY = History(own=Part(Company), related=(organisation_part("company"),), owner="organisation_id")
PRODUCT = History(
    own=Part(ProductModel),
    related=(Part(ProductionLink, path="product_model", named_by=("factory", "stage"), rule=link_rule),),
)
LINK = History(
    own=Part(ProductionLink, rule=link_rule),
    related=(
        Part(LinkCitation, path="link", named_by=("source",), rule=citation_rule),
        Part(LinkReader, path="link", named_by=("organisation",), rule=for_monitors),
    ),
)
