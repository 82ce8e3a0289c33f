"""What pages of brands, companies and products gather from many records."""

import datetime
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Max, Q, QuerySet

from core.models import Source
from supplychain.enums import Confidence
from supplychain.models import Brand, Company, Factory, MainComponent, ProductModel, Stage, SupplyRelation
from supplychain.queries.links import StageLinks
from supplychain.queries.moments import NOW

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from core.models import User

FINAL_ASSEMBLY = "FIN"
# Lists are published once a year; a list that was not renewed in twice that time and a half is stale.
STALE_AFTER_MONTHS = 30


def sites_by_stage(links: QuerySet[Any]) -> list[dict[str, Any]]:
    """Per stage: distinct factories that are confirmed, and those that are only suspected. One query."""
    sites = Count("factory", distinct=True)
    confirmed = Count("factory", distinct=True, filter=Q(confidence=Confidence.CONFIRMED))
    rows = links.order_by().values("stage", "stage__name", "stage__position").annotate(sites=sites, confirmed=confirmed)
    shown = [row | {"suspected": row["sites"] - row["confirmed"]} for row in rows]
    return sorted(shown, key=lambda row: (row["stage"] is None, row["stage__position"] or 0))


def lists_of(brand: Brand, user: "User | AnonymousUser", today: datetime.date) -> list[dict[str, Any]]:
    """Supplier lists that the brand published, newest first, each with its age in months."""
    sources = Source.objects.visible_to(user).filter(publisher=brand.organisation_id, kind="brand_list")
    return [
        {"source": source, "months": _months(source.published_on, today), "is_stale": _is_stale(source, today)}
        for source in sources.order_by("-published_on", "title")
    ]


def _months(day: datetime.date | None, today: datetime.date) -> int | None:
    return None if day is None else (today.year - day.year) * 12 + today.month - day.month - (today.day < day.day)


def _is_stale(source: Source, today: datetime.date) -> bool:
    months = _months(source.published_on, today)
    return months is not None and months > STALE_AFTER_MONTHS


def relations_of(subject: Brand | Company, user: "User | AnonymousUser") -> QuerySet[SupplyRelation]:
    """What lists say of `subject` where they name only a country or region."""
    own = {"brand": subject} if isinstance(subject, Brand) else {"company": subject}
    related = ("brand__organisation", "company__organisation", "country")
    found = SupplyRelation.objects.visible_to(user).filter(**own).select_related(*related)
    return found.annotate(cited_on=Max("citations__seen_on")).order_by(
        "last_seen", "company__organisation__sort_key", "brand__organisation__sort_key", "country", "region"
    )


def models_of(brand: Brand, user: "User | AnonymousUser") -> QuerySet[ProductModel]:
    """Models of the brand, with how many sites the viewer knows to make each."""
    links = NOW.links(user).filter(brand=brand, product_model__isnull=False)
    sites = dict(links.order_by().values_list("product_model").annotate(Count("factory", distinct=True)))
    models = ProductModel.objects.visible_to(user).filter(brand=brand).select_related("category").order_by("sort_key")
    for model in models:
        model.sites = sites.get(model.pk, 0)
    return models


def brands_supplied(company: Company, user: "User | AnonymousUser") -> list[dict[str, Any]]:
    """Brands that the company's factories are linked to, with the number of sites. Two queries."""
    factories = Factory.objects.visible_to(user).filter(operator=company)
    links = NOW.links(user).filter(factory__in=factories.values("pk"))
    confirmed = Count("factory", distinct=True, filter=Q(confidence=Confidence.CONFIRMED))
    counts = {
        row["brand"]: row
        for row in links.order_by().values("brand").annotate(sites=Count("factory", distinct=True), confirmed=confirmed)
    }
    brands = Brand.objects.visible_to(user).for_listing().filter(pk__in=counts).by_name()
    return [{"brand": brand, **_without_brand(counts[brand.pk])} for brand in brands]


def _without_brand(row: dict[str, Any]) -> dict[str, Any]:
    return {"sites": row["sites"], "confirmed": row["confirmed"], "suspected": row["sites"] - row["confirmed"]}


def gaps_of(model: ProductModel, groups: Iterable[StageLinks]) -> list[Stage]:
    """Stages that a buyer of the model should know and that no visible link for it names. One or two queries."""
    known = {group.stage.code for group in groups if group.stage is not None}
    components = MainComponent.objects.filter(category=model.category_id).select_related("stage").order_by("stage")
    wanted = {component.stage.code: component.stage for component in components}
    final = Stage.objects.filter(code=FINAL_ASSEMBLY)
    needed = {stage.code: stage for stage in final} | wanted
    return [stage for code, stage in needed.items() if code not in known]
